// One way to solve each exercise, in either language: everything is found by role and by the words
// of the program.

import { readFileSync, readdirSync } from "node:fs";
import { expect, type Locator, type Page } from "@playwright/test";
import { expectPointed, readPointed, said, type Language } from "./follow";
import { heading } from "./steps";
import { chooseCustomer, panel } from "./training";

type Target = Parameters<typeof readPointed>[1];
type Goal = { id: string; text: Record<Language, string>; hints: { show?: Target }[] };
type Exercise = { id: string; title: Record<Language, string>; goals: Goal[] };

const FOLDER = new URL("../../src/training/courses/users-and-licenses/", import.meta.url);

/** The exercises as data, by their names. */
export const EXERCISES: Record<string, Exercise> = Object.fromEntries(
  readdirSync(FOLDER).filter((file) => file !== "course.json")
    .map((file) => [file.replace(".json", ""), JSON.parse(readFileSync(new URL(file, FOLDER), "utf8"))]),
);

const TABLES = new URL("../../src/text/words/", import.meta.url);
const SOURCE = readdirSync(TABLES).map((file) => readFileSync(new URL(file, TABLES), "utf8")).join("");
const WORDS: Record<string, Record<Language, string>> = Object.fromEntries(
  [...SOURCE.matchAll(/^ {4}(\w+): "((?:[^"\\]|\\.)*)", "((?:[^"\\]|\\.)*)";$/gm)].map(([, name, en, de]) => [name, { en: en!, de: de! }]),
);

/** A person at the screen, in one language. */
export class Trainee {
  /** The goals whose hints have not pointed at their control yet, if that is looked at. */
  unseen: Set<string> | undefined;

  constructor(readonly page: Page, readonly language: Language) {}

  /** From now on, hints are taken and must point at the right control. */
  takeHints(exercise: string) {
    this.goals = EXERCISES[exercise]!.goals.filter((goal) => goal.hints.some((hint) => hint.show));
    this.unseen = new Set(this.goals.map((goal) => goal.id));
  }

  private goals: Goal[] = [];

  /** Takes the hints of these goals, or of all that have not pointed yet, and looks where they do. */
  async tryHints(...ids: string[]) {
    for (const goal of this.goals) {
      if (this.unseen?.has(goal.id) && (ids.length === 0 || ids.includes(goal.id))) await this.hint(goal);
    }
  }

  private async hint(goal: Goal) {
    const text = goal.text[this.language];
    const show = panel(this.page).getByRole("button", { name: `${this.word("show_me")} – ${text}`, exact: true });
    const more = panel(this.page).getByRole("button", { name: `${this.word("hint")} – ${text}`, exact: true });
    const item = panel(this.page).getByRole("listitem").filter({ has: this.page.getByText(text, { exact: true }) });
    if ((await more.count()) + (await show.count()) === 0) return;
    for (let taken = await item.locator(".hint").count(); taken < goal.hints.length; taken += 1) {
      await more.click();
      await expect(item.locator(".hint")).toHaveCount(taken + 1);
    }
    await show.click();
    await expect(said(this.page)).not.toHaveText("");
    if ((await said(this.page).textContent()) === this.word("not_there_yet")) return;
    const target = goal.hints.find((hint) => hint.show)!.show!;
    const { control, called } = await readPointed(this.page, target, this.language);
    expect(called).toBe(this.word(target.name));
    await expectPointed(this.page, control, target.role);
    this.unseen?.delete(goal.id);
  }

  /** The word of the program with this name. */
  word(name: string): string {
    const word = WORDS[name];
    if (!word) throw new Error(`there is no word ${name}`);
    return word[this.language];
  }

  get main(): Locator {
    return this.page.getByRole("main");
  }

  open(company: string) {
    return chooseCustomer(this.page, company);
  }

  async expectPage(title: string) {
    await expect(heading(this.page, this.word(title))).toBeVisible();
  }

  button(label: string): Locator {
    return this.main.getByRole("button", { name: this.word(label), exact: true });
  }

  async press(label: string) {
    await this.button(label).click();
  }

  async fill(label: string, text: string) {
    await this.main.getByRole("textbox", { name: this.word(label), exact: true }).fill(text);
  }

  async check(...names: string[]) {
    for (const name of names) await this.main.getByRole("checkbox", { name, exact: true }).check();
  }

  async uncheck(name: string) {
    await this.main.getByRole("checkbox", { name, exact: true }).uncheck();
  }

  /** Opens the page of a user. */
  async openUser(name: string, userName?: string) {
    if (userName) await this.search(userName);
    await this.main.getByRole("link", { name, exact: true }).click();
    await expect(heading(this.page, name)).toBeVisible();
  }

  async search(text: string) {
    await this.main.getByRole("searchbox", { name: this.word("search_users") }).fill(text);
    await expect(this.main.getByRole("rowheader").first()).toBeVisible();
  }

  /** Selects users by their user names, one search for each, and nobody else. */
  async select(...userNames: string[]) {
    const clear = this.button("clear_selection");
    if (await clear.isVisible()) await clear.click();
    for (const userName of userNames) {
      await this.search(userName);
      await expect(this.main.getByRole("rowheader")).toHaveCount(1);
      await this.main.getByRole("table").getByRole("checkbox").last().check();
    }
  }

  async selectPage() {
    await this.check(this.word("select_page"));
  }

  /** Changes the licenses of the selected users, or of the one on the screen. */
  async manage(assign: string[], revoke: string[] = []) {
    await this.press("manage_licenses");
    await this.expectPage("manage_licenses");
    await this.check(...assign);
    for (const product of revoke) await this.uncheck(product);
    await this.press("save");
    await this.expectPage("licenses_updated");
  }

  async addUser(first: string, last: string, userName: string, domain?: string, licenses: string[] = []) {
    await this.fill("first_name", first);
    await this.fill("last_name", last);
    await this.fill("user_name", userName);
    if (domain) await this.main.getByRole("combobox", { name: this.word("domain"), exact: true }).selectOption(domain);
    await this.check(...licenses);
    await this.press("save");
    await this.expectPage("user_created");
  }

  async download() {
    const download = this.page.waitForEvent("download");
    await this.press("download");
    await download;
  }

  /** Confirms the question that is open. */
  async confirm(label: string) {
    await this.page.getByRole("dialog").getByRole("button", { name: this.word(label), exact: true }).click();
    await expect(this.page.getByRole("dialog")).toBeHidden();
  }

  /** Downloads the file of the exercise from the panel, and chooses it for an upload. */
  async chooseFile(name: string) {
    const download = this.page.waitForEvent("download");
    await panel(this.page).getByRole("button", { name }).click();
    await this.press("upload_users");
    await this.expectPage("upload_users");
    await this.main.getByLabel(this.word("browse"), { exact: true }).setInputFiles(await (await download).path());
    await this.press("validate");
  }

  async saveUpload(country: string) {
    await this.main.getByRole("combobox", { name: this.word("location"), exact: true }).selectOption(country);
    await this.press("save");
    await this.expectPage("users_created");
  }

  async restore(name: string) {
    await this.main.getByRole("link", { name: new RegExp(`^${this.word("deleted_users")}`) }).click();
    await this.main.getByRole("row").filter({ has: this.page.getByRole("rowheader", { name, exact: true }) }).getByRole("checkbox").check();
    await this.press("restore");
  }

  async setQuantity(product: string, quantity: number) {
    await this.page.getByRole("navigation", { name: this.word("customer_menu"), exact: true })
      .getByRole("link", { name: this.word("subscriptions") }).click();
    await this.main.getByRole("button", { name: new RegExp(`^${this.word("change_quantity")}.*${product}`) }).click();
    await this.page.getByRole("dialog").getByLabel(this.word("quantity")).fill(`${quantity}`);
    await this.confirm("save");
  }

  /** Returns to the customer's list of users. */
  async list() {
    await this.page.getByRole("navigation", { name: this.word("customer_menu"), exact: true })
      .getByRole("link", { name: this.word("users_and_licenses") }).click();
    await this.expectPage("users_and_licenses");
  }
}

const PREMIUM = "Microsoft 365 Business Premium";
const BASIC = "Microsoft 365 Business Basic";
const STANDARD = "Microsoft 365 Business Standard";

/** A way to solve each exercise, by its name. */
export const SOLUTIONS: Record<string, (trainee: Trainee) => Promise<void>> = {
  async "first-user"(trainee) {
    await trainee.open("Albatros Werkzeugbau GmbH");
    await trainee.press("add_user");
    await trainee.addUser("Dana", "Ruiz", "dana.ruiz", "albatros-werkzeugbau.example");
    await trainee.tryHints("delivered");
    await trainee.download();
    await trainee.tryHints("licensed");
    await trainee.list();
    await trainee.openUser("Dana Ruiz", "dana.ruiz@");
    await trainee.manage([PREMIUM]);
  },
  async "three-users"(trainee) {
    await trainee.open("Lanterna Editrice S.r.l.");
    await trainee.press("add_user");
    await trainee.addUser("Elena", "Costa", "elena.costa");
    await trainee.tryHints("created", "delivered");
    await trainee.press("add_another");
    await trainee.addUser("Marco", "Villa", "marco.villa");
    await trainee.press("add_another");
    await trainee.addUser("Sara", "Riva", "sara.riva");
    await trainee.download();
  },
  async umlauts(trainee) {
    await trainee.open("Kiefernhain Kliniken gGmbH");
    await trainee.press("add_user");
    await trainee.addUser("Jörg", "Weißmüller", "joerg.weissmueller", "kiefernhain.example");
    await trainee.tryHints("delivered");
    await trainee.download();
    await trainee.tryHints("licensed");
    await trainee.list();
    await trainee.openUser("Jörg Weißmüller", "joerg.weissmueller@");
    await trainee.manage(["Office 365 E3"]);
  },
  async "without-license"(trainee) {
    await trainee.open("Lanterna Editrice S.r.l.");
    const filter = trainee.main.getByRole("combobox", { name: trainee.word("filter_users") });
    const name = trainee.word("filter_unlicensed");
    await filter.selectOption((await filter.getByRole("option").allTextContents()).find((text) => text.startsWith(name))!);
    await expect(trainee.main.getByRole("rowheader")).toHaveCount(5);
    await trainee.selectPage();
    await trainee.manage([BASIC]);
  },
  async "replace-product"(trainee) {
    await trainee.open("Albatros Werkzeugbau GmbH");
    const filter = trainee.main.getByRole("combobox", { name: trainee.word("filter_users") });
    await filter.selectOption((await filter.locator("optgroup").first().getByRole("option").allTextContents()).find((text) => text.startsWith(PREMIUM))!);
    await trainee.search("@albatros.example");
    await expect(trainee.main.getByRole("rowheader")).toHaveCount(6);
    await trainee.selectPage();
    await trainee.manage([BASIC], [PREMIUM]);
  },
  async "plan-conflict"(trainee) {
    await trainee.open("Saltbush Mining Pty Ltd");
    await trainee.openUser("Siân Smith", "sian.smith@");
    await trainee.manage(["Office 365 E3"], ["Exchange Online (Plan 1)"]);
  },
  async "buy-seats"(trainee) {
    await trainee.open("Cordillera Travel S.A.");
    await trainee.setQuantity(STANDARD, 33);
    await trainee.list();
    await trainee.select("joao.nunez@cordillera", "joaquin.nunez@", "andres.araujo@viajes");
    await trainee.manage([STANDARD]);
  },
  async "plans-off"(trainee) {
    await trainee.open("Deltabrug Logistiek B.V.");
    await trainee.select("kwame.kim@", "kofi.popescu@", "aoife.young@");
    await trainee.press("manage_licenses");
    await trainee.tryHints("off");
    await trainee.main.getByRole("button", { name: new RegExp(`^${trainee.word("view_plans")}.*Office 365 E3`) }).click();
    await trainee.uncheck("Yammer Enterprise");
    await trainee.press("save");
    await trainee.expectPage("licenses_updated");
  },
  async helpdesk(trainee) {
    await trainee.open("Birchfield Academy");
    await trainee.openUser("Priya Campbell", "priya.campbell@");
    await expect(trainee.button("delete_user")).toBeDisabled();
    await trainee.press("reset_password");
    await trainee.confirm("reset_password");
    await trainee.expectPage("password_reset");
    await trainee.tryHints("delivered");
    await trainee.download();
    const { page } = trainee;
    await page.getByRole("button", { name: trainee.word("settings"), exact: true }).click();
    await page.getByRole("combobox", { name: trainee.word("role"), exact: true }).selectOption("admin");
    await page.keyboard.press("Escape");
    await trainee.list();
    await trainee.openUser("Declan Walker", "declan.walker2@");
    await trainee.press("delete_user");
    await trainee.confirm("delete_user");
  },
  async "free-seat"(trainee) {
    await trainee.open("Lanterna Editrice S.r.l.");
    await trainee.openUser("Davide Nicolò", "davide.nicolo@");
    await trainee.press("delete_user");
    await trainee.confirm("delete_user");
    await trainee.expectPage("users_and_licenses");
    await trainee.openUser("Chiara Ferrari", "chiara.ferrari@");
    await trainee.manage(["Visio Plan 2"]);
  },
  async "restore-renamed"(trainee) {
    await trainee.open("Albatros Werkzeugbau GmbH");
    await trainee.restore("Björn Lindner");
    await trainee.confirm("restore");
    await trainee.expectPage("users_restored");
  },
  async "thirty-days"(trainee) {
    await trainee.open("Quetzal Robotics");
    await trainee.restore("Raúl Araújo");
    await trainee.expectPage("users_restored");
    const { page } = trainee;
    await page.getByRole("button", { name: trainee.word("advance_clock"), exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: trainee.word("advance_to_date") }).check();
    const day = new Date(Date.now() + 16 * 24 * 3_600_000).toISOString().slice(0, 10);
    await dialog.getByLabel(trainee.word("day")).fill(day);
    await trainee.confirm("advance");
  },
  async "german-file"(trainee) {
    await trainee.open("Kiefernhain Kliniken gGmbH");
    await trainee.chooseFile("neue-mitarbeiter.csv");
    await trainee.tryHints("created");
    await trainee.main.getByRole("button", { name: new RegExp(`^${trainee.word("ignore_column")}`) }).click();
    await trainee.press("use_all_suggestions");
    await trainee.main.getByRole("textbox", { name: /^Anzeigename.* 4$/ }).fill("Sabine Lorenz");
    await trainee.press("validate");
    await trainee.saveUpload("DE");
    await trainee.tryHints("delivered");
    await trainee.download();
  },
  async "working-day"(trainee) {
    await trainee.open("Birchfield Academy");
    await trainee.setQuantity("Office 365 E1", 120);
    await trainee.list();
    await trainee.chooseFile("new-teachers.csv");
    await trainee.saveUpload("GB");
    await trainee.download();
    await trainee.manage(["Office 365 E1"]);
    await trainee.list();
    await trainee.select("eleanor.smith@", "oliver.clarke@", "toby.fitzgerald@");
    await trainee.press("delete_user");
    await trainee.confirm("delete_user");
    await trainee.restore("Harry Okafor");
    await trainee.expectPage("users_restored");
    await trainee.page.getByRole("navigation", { name: trainee.word("customer_menu"), exact: true })
      .getByRole("link", { name: trainee.word("activity_log") }).click();
    const download = trainee.page.waitForEvent("download");
    await trainee.press("export_log");
    await download;
  },
};
