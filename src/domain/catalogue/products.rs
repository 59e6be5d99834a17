//! The products: one row each, `part_number id "name" [plans] not in [locations]`, in catalogue
//! order.
//!
//! From "Product names and service plan identifiers for licensing", columns "Product name", "String
//! ID", "GUID" and "Service plans included" (the principal plans only).

use super::handles::{Product, Sku};
use super::plans;
use crate::domain::Guid;

impl Sku {
    /// Returns every product, in catalogue order.
    pub fn all() -> impl ExactSizeIterator<Item = Self> + DoubleEndedIterator + Clone {
        ALL.iter().copied()
    }

    /// Returns the product with exactly this part number (case matters).
    pub fn by_part_number(part_number: &str) -> Option<Self> {
        ALL.iter()
            .copied()
            .find(|sku| sku.part_number == part_number)
    }

    /// Returns the product with this `skuId`.
    pub fn by_id(id: Guid) -> Option<Self> {
        Self::all().find(|sku| sku.id == id)
    }
}

macro_rules! products {
    ($(
        $part_number:ident $id:literal $name:literal
        [$($plan:ident)*] $(not in [$($location:literal)*])?;
    )*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Row { $($part_number,)* }

        $(
            #[doc = $name]
            pub const $part_number: Sku = {
                static ROW: Product = Product {
                    id: Guid::from_u128($id),
                    name: $name,
                    part_number: stringify!($part_number),
                    plans: &[$(plans::$plan,)*],
                    blocked_locations: &[$($($location,)*)?],
                    order: Row::$part_number as u16,
                };
                Sku(&ROW)
            };
        )*

        /// Every product, in catalogue order.
        pub static ALL: &[Sku] = &[$($part_number,)*];
    };
}

products! {
    // Microsoft 365 for small and medium-sized companies
    O365_BUSINESS_ESSENTIALS 0x3b555118_da6a_4418_894f_7df1e2096870 "Microsoft 365 Business Basic"
        [EXCHANGE_S_STANDARD SHAREPOINTSTANDARD SHAREPOINTWAC OFFICEMOBILE_SUBSCRIPTION TEAMS1
         MCOSTANDARD FORMS_PLAN_E1 PROJECTWORKMANAGEMENT POWERAPPS_O365_P1 FLOW_O365_P1 SWAY
         YAMMER_ENTERPRISE];
    O365_BUSINESS_PREMIUM 0xf245ecc8_75af_4f8e_b61f_27d8114de5f3 "Microsoft 365 Business Standard"
        [EXCHANGE_S_STANDARD SHAREPOINTSTANDARD SHAREPOINTWAC OFFICE_BUSINESS TEAMS1 MCOSTANDARD
         MICROSOFTBOOKINGS FORMS_PLAN_E1 PROJECTWORKMANAGEMENT POWERAPPS_O365_P1 FLOW_O365_P1 SWAY
         YAMMER_ENTERPRISE];
    SPB 0xcbdc14ab_d96c_4c30_b9f4_6ada7cdc1d46 "Microsoft 365 Business Premium"
        [EXCHANGE_S_STANDARD EXCHANGE_S_ARCHIVE_ADDON SHAREPOINTSTANDARD SHAREPOINTWAC
         OFFICE_BUSINESS TEAMS1 MCOSTANDARD MICROSOFTBOOKINGS PROJECTWORKMANAGEMENT AAD_PREMIUM
         INTUNE_A RMS_S_PREMIUM MDE_SMB ATP_ENTERPRISE];
    O365_BUSINESS 0xcdd28e44_67e3_425e_be4c_737fab2899d3 "Microsoft 365 Apps for business"
        [ONEDRIVESTANDARD SHAREPOINTWAC OFFICE_BUSINESS FORMS_PLAN_E1 SWAY];
    OFFICESUBSCRIPTION 0xc2273bd0_dff7_4215_9ef5_2c7bcfb06425 "Microsoft 365 Apps for enterprise"
        [ONEDRIVESTANDARD SHAREPOINTWAC OFFICESUBSCRIPTION FORMS_PLAN_E1 SWAY];

    // Microsoft 365 for large companies
    M365_F1 0x44575883_256e_4a79_9da4_ebe9acabe2b2 "Microsoft 365 F1"
        [SHAREPOINTDESKLESS TEAMS1 MCOIMP PROJECTWORKMANAGEMENT YAMMER_ENTERPRISE AAD_PREMIUM
         MFA_PREMIUM INTUNE_A RMS_S_PREMIUM ADALLOM_S_DISCOVERY];
    SPE_F1 0x66b55226_6b4f_492c_910c_a3b7a3c9d993 "Microsoft 365 F3"
        [EXCHANGE_S_DESKLESS SHAREPOINTDESKLESS SHAREPOINTWAC OFFICEMOBILE_SUBSCRIPTION TEAMS1
         MCOIMP FORMS_PLAN_K PROJECTWORKMANAGEMENT YAMMER_ENTERPRISE AAD_PREMIUM INTUNE_A
         RMS_S_ENTERPRISE RMS_S_PREMIUM ADALLOM_S_DISCOVERY];
    SPE_E3 0x05e9a617_0261_4cee_bb44_138d3ef5d965 "Microsoft 365 E3"
        [EXCHANGE_S_ENTERPRISE SHAREPOINTENTERPRISE SHAREPOINTWAC OFFICESUBSCRIPTION TEAMS1
         MCOSTANDARD FORMS_PLAN_E3 PROJECTWORKMANAGEMENT YAMMER_ENTERPRISE AAD_PREMIUM INTUNE_A
         WIN10_PRO_ENT_SUB RMS_S_ENTERPRISE RMS_S_PREMIUM];
    SPE_E5 0x06ebc4ee_1bb5_47dd_8120_11324bc54e06 "Microsoft 365 E5"
        [EXCHANGE_S_ENTERPRISE SHAREPOINTENTERPRISE SHAREPOINTWAC OFFICESUBSCRIPTION TEAMS1
         MCOSTANDARD MCOEV MCOMEETADV AAD_PREMIUM AAD_PREMIUM_P2 INTUNE_A WIN10_PRO_ENT_SUB
         WINDEFATP ATP_ENTERPRISE THREAT_INTELLIGENCE BI_AZURE_P2];

    // Office 365
    STANDARDPACK 0x18181a46_0d4e_45cd_891e_60aabd171b4e "Office 365 E1"
        [EXCHANGE_S_STANDARD SHAREPOINTSTANDARD SHAREPOINTWAC OFFICEMOBILE_SUBSCRIPTION TEAMS1
         MCOSTANDARD FORMS_PLAN_E1 PROJECTWORKMANAGEMENT POWERAPPS_O365_P1 FLOW_O365_P1 SWAY
         YAMMER_ENTERPRISE];
    ENTERPRISEPACK 0x6fd2c87f_b296_42f0_b197_1e91e994b900 "Office 365 E3"
        [EXCHANGE_S_ENTERPRISE SHAREPOINTENTERPRISE SHAREPOINTWAC OFFICESUBSCRIPTION TEAMS1
         MCOSTANDARD MICROSOFTBOOKINGS FORMS_PLAN_E3 PROJECTWORKMANAGEMENT POWERAPPS_O365_P2
         FLOW_O365_P2 SWAY YAMMER_ENTERPRISE RMS_S_ENTERPRISE];
    ENTERPRISEPREMIUM 0xc7df2760_2c81_4ef7_b578_5b5392b571df "Office 365 E5"
        [EXCHANGE_S_ENTERPRISE SHAREPOINTENTERPRISE SHAREPOINTWAC OFFICESUBSCRIPTION TEAMS1
         MCOSTANDARD MCOEV MCOMEETADV FORMS_PLAN_E5 PROJECTWORKMANAGEMENT ATP_ENTERPRISE
         THREAT_INTELLIGENCE EQUIVIO_ANALYTICS BI_AZURE_P2];
    DESKLESSPACK 0x4b585984_651b_448a_9e53_3b10f069cf7f "Office 365 F3"
        [EXCHANGE_S_DESKLESS SHAREPOINTDESKLESS SHAREPOINTWAC OFFICEMOBILE_SUBSCRIPTION TEAMS1
         MCOIMP FORMS_PLAN_K PROJECTWORKMANAGEMENT SWAY YAMMER_ENTERPRISE];

    // Mail, files and sites
    EXCHANGESTANDARD 0x4b9405b0_7788_4568_add1_99614e613b69 "Exchange Online (Plan 1)"
        [EXCHANGE_S_STANDARD];
    EXCHANGEENTERPRISE 0x19ec0d23_8335_4cbd_94ac_6050e30712fa "Exchange Online (Plan 2)"
        [EXCHANGE_S_ENTERPRISE];
    EXCHANGEDESKLESS 0x80b2d799_d2ba_4d2a_8842_fb0d0f3a4b82 "Exchange Online Kiosk"
        [EXCHANGE_S_DESKLESS];
    EXCHANGEARCHIVE_ADDON 0xee02fd1b_340e_4a4b_b355_4a514e4c8943
        "Exchange Online Archiving for Exchange Online"
        [EXCHANGE_S_ARCHIVE_ADDON];
    SHAREPOINTSTANDARD 0x1fc08a02_8b3d_43b9_831e_f76859e04e1a "SharePoint Online (Plan 1)"
        [SHAREPOINTSTANDARD];
    SHAREPOINTENTERPRISE 0xa9732ec9_17d9_494c_a51c_d6b45b384dcb "SharePoint Online (Plan 2)"
        [SHAREPOINTENTERPRISE];

    // Calling. Not sold everywhere: "Is Audio Conferencing available for purchase?", "Calling Plans
    // are available to purchase?"
    MCOEV 0xe43b5b99_8dfb_405f_9987_dc307f34bcbd "Microsoft Teams Phone Standard"
        [MCOEV];
    MCOTEAMS_ESSENTIALS 0xae2343d1_0999_43f6_ae18_d816516f6e78 "Teams Phone with Calling Plan"
        [MCOEV MCOPSTN1] not in ["CN" "IN" "RU" "SA" "TR"];
    MCOMEETADV 0x0c266dff_15dd_4b49_8397_2bb16070ed52 "Microsoft 365 Audio Conferencing"
        [MCOMEETADV] not in ["CN" "IN" "SA"];
    MCOPSTN1 0x0dab259f_bf13_4952_b7f8_7db8f131b28d "Skype for Business PSTN Domestic Calling"
        [MCOPSTN1] not in ["CN" "IN" "RU" "SA" "TR"];
    MCOPSTN2 0xd3b4fe1f_9992_4930_8acb_ca6ec609365e
        "Skype for Business PSTN Domestic and International Calling"
        [MCOPSTN2] not in ["CN" "IN" "RU" "SA" "TR"];

    // Identity, devices, protection
    EMS 0xefccb6f7_5641_4e0e_bd10_b4976e1bf68e "Enterprise Mobility + Security E3"
        [AAD_PREMIUM MFA_PREMIUM INTUNE_A RMS_S_ENTERPRISE RMS_S_PREMIUM ADALLOM_S_DISCOVERY];
    EMSPREMIUM 0xb05e124f_c7cc_45a0_a6aa_8cf78c946968 "Enterprise Mobility + Security E5"
        [AAD_PREMIUM AAD_PREMIUM_P2 MFA_PREMIUM INTUNE_A RMS_S_ENTERPRISE RMS_S_PREMIUM
         RMS_S_PREMIUM2 ADALLOM_S_STANDALONE ATA];
    AAD_PREMIUM 0x078d2b04_f1bd_4111_bbd4_b4b1b354cef4 "Microsoft Entra ID P1"
        [AAD_PREMIUM MFA_PREMIUM ADALLOM_S_DISCOVERY];
    AAD_PREMIUM_P2 0x84a661c4_e949_4bd2_a560_ed7766fcaf2b "Microsoft Entra ID P2"
        [AAD_PREMIUM AAD_PREMIUM_P2 MFA_PREMIUM ADALLOM_S_DISCOVERY];
    INTUNE_A 0x061f9ace_7d42_4136_88ac_31dc755f143f "Microsoft Intune Plan 1"
        [INTUNE_A];
    ATP_ENTERPRISE 0x4ef96642_f096_40de_a3e9_d83fb2f90211
        "Microsoft Defender for Office 365 (Plan 1)"
        [ATP_ENTERPRISE];
    THREAT_INTELLIGENCE 0x3dd6cf57_d688_4eed_ba52_9e40b5468c3e
        "Microsoft Defender for Office 365 (Plan 2)"
        [ATP_ENTERPRISE THREAT_INTELLIGENCE MTP];

    // Analysing, planning, drawing
    POWER_BI_PRO 0xf8a1db68_be16_40ed_86d5_cb42ce701560 "Power BI Pro"
        [BI_AZURE_P2];
    PBI_PREMIUM_PER_USER 0xc1d032e0_5619_4761_9b5c_75b6831e1711 "Power BI Premium Per User"
        [BI_AZURE_P2 BI_AZURE_P3];
    PROJECT_P1 0xbeb6439c_caad_48d3_bf46_0c82871e12be "Planner Plan 1"
        [SHAREPOINTSTANDARD PROJECT_P1 PROJECT_ESSENTIALS];
    PROJECTPROFESSIONAL 0x53818b1b_4a27_454b_8896_0dba576410e6 "Planner and Project Plan 3"
        [SHAREPOINTENTERPRISE SHAREPOINTWAC PROJECT_PROFESSIONAL SHAREPOINT_PROJECT
         PROJECT_CLIENT_SUBSCRIPTION FLOW_FOR_PROJECT];
    VISIOONLINE_PLAN1 0x4b244418_9658_4451_a2b8_b5e2b364e9bd "Visio Plan 1"
        [ONEDRIVE_BASIC VISIOONLINE];
    VISIOCLIENT 0xc5928f49_12ba_48f7_ada3_0d743a3601d5 "Visio Plan 2"
        [ONEDRIVE_BASIC VISIOONLINE VISIO_CLIENT_SUBSCRIPTION];

    // Dynamics 365
    DYN365_ENTERPRISE_SALES 0x1e1a282c_9c54_43a2_9310_98ef728faace
        "Dynamics 365 for Sales Enterprise Edition"
        [SHAREPOINTENTERPRISE SHAREPOINTWAC PROJECT_ESSENTIALS DYN365_ENTERPRISE_SALES
         POWERAPPS_DYN_APPS FLOW_DYN_APPS];
    DYN365_ENTERPRISE_TEAM_MEMBERS 0x8e7a3d30_d97d_43ab_837c_d7701cef83dc
        "Dynamics 365 for Team Members Enterprise Edition"
        [SHAREPOINTENTERPRISE SHAREPOINTWAC PROJECT_ESSENTIALS DYN365_ENTERPRISE_TEAM_MEMBERS
         POWERAPPS_DYN_TEAM FLOW_DYN_TEAM];
    DYN365_BUSCENTRAL_ESSENTIAL 0x2880026b_2b0c_4251_8656_5d41ff11e3aa
        "Dynamics 365 Business Central Essentials"
        [DYN365_FINANCIALS_BUSINESS POWERAPPS_DYN_APPS FLOW_DYN_APPS];
}
