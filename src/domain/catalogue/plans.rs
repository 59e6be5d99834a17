//! The service plans: one row each, `code id "friendly name"`, in catalogue order.
//!
//! From "Product names and service plan identifiers for licensing", columns "Service plans
//! included" and "(friendly names)".

use super::handles::{Plan, ServicePlan};
use crate::domain::Guid;

impl Plan {
    /// Returns every service plan of any product, in catalogue order.
    pub fn all() -> impl ExactSizeIterator<Item = Self> + DoubleEndedIterator + Clone {
        ALL.iter().copied()
    }

    /// Returns the plan with exactly this code (case matters).
    pub fn by_code(code: &str) -> Option<Self> {
        Self::all().find(|plan| plan.code == code)
    }

    /// Returns the plan with this `servicePlanId`.
    pub fn by_id(id: Guid) -> Option<Self> {
        Self::all().find(|plan| plan.id == id)
    }
}

macro_rules! service_plans {
    ($($code:ident $id:literal $name:literal;)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Row { $($code,)* }

        $(
            #[doc = $name]
            pub const $code: Plan = {
                static ROW: ServicePlan = ServicePlan {
                    id: Guid::from_u128($id),
                    code: stringify!($code),
                    name: $name,
                    order: Row::$code as u16,
                };
                Plan(&ROW)
            };
        )*

        /// Every service plan, in catalogue order.
        pub static ALL: &[Plan] = &[$($code,)*];
    };
}

service_plans! {
    // Mail
    EXCHANGE_S_STANDARD 0x9aaf7827_d63c_4b61_89c3_182f06f82e5c "Exchange Online (Plan 1)";
    EXCHANGE_S_ENTERPRISE 0xefb87545_963c_4e0d_99df_69c6916d9eb0 "Exchange Online (Plan 2)";
    EXCHANGE_S_DESKLESS 0x4a82b400_a79f_41a4_b4e2_e94f5787b113 "Exchange Online Kiosk";
    EXCHANGE_S_ARCHIVE_ADDON 0x176a09a6_7ec5_4039_ac02_b2791c6ba793 "Exchange Online Archiving";

    // Files and sites
    SHAREPOINTSTANDARD 0xc7699d2e_19aa_44de_8edf_1736da088ca1 "SharePoint (Plan 1)";
    SHAREPOINTENTERPRISE 0x5dbe027f_2339_4123_9542_606e4d348a72 "SharePoint (Plan 2)";
    SHAREPOINTDESKLESS 0x902b47e5_dcb2_4fdc_858b_c63a90a2bdb9 "SharePoint Kiosk";
    ONEDRIVESTANDARD 0x13696edf_5a08_49f6_8134_03083ed8ba30 "OneDrive for Business (Plan 1)";
    ONEDRIVE_BASIC 0xda792a53_cbc0_4184_a10d_e544dd34b3c1 "OneDrive for Business (Basic)";

    // Office
    SHAREPOINTWAC 0xe95bec33_7c88_4a70_8e19_b10bd9d0c014 "Office for the Web";
    OFFICE_BUSINESS 0x094e7854_93fc_4d55_b2c0_3ab5369ebdc1 "Microsoft 365 Apps for business";
    OFFICESUBSCRIPTION 0x43de0ff5_c92c_492b_9116_175376d08c38 "Microsoft 365 Apps for enterprise";
    OFFICEMOBILE_SUBSCRIPTION 0xc63d4d19_e8cb_460e_b37c_4d6c34603745
        "Office Mobile Apps for Office 365";

    // Meeting and calling
    TEAMS1 0x57ff2da0_773e_42df_b2af_ffb7a2317929 "Microsoft Teams";
    MCOIMP 0xafc06cb0_b4f4_4473_8286_d644f70d8faf "Skype for Business Online (Plan 1)";
    MCOSTANDARD 0x0feaeb32_d00e_4d66_bd5a_43b5b83db82c "Skype for Business Online (Plan 2)";
    MCOEV 0x4828c8ec_dc2e_4779_b502_87ac9ce28ab7 "Microsoft 365 Phone System";
    MCOMEETADV 0x3e26ee1f_8a5f_4d52_aee2_b81ce45c8f40 "Microsoft 365 Audio Conferencing";
    MCOPSTN1 0x4ed3ff63_69d7_4fb7_b984_5aec7f605ca8 "Microsoft 365 Domestic Calling Plan";
    MCOPSTN2 0x5a10155d_f5c1_411a_a8ec_e99aae125390 "Domestic and International Calling Plan";

    // Working together
    MICROSOFTBOOKINGS 0x199a5c09_e0ca_4e37_8f7c_b05d533e1ea2 "Microsoft Bookings";
    FORMS_PLAN_E1 0x159f4cd6_e380_449f_a816_af1a9ef76344 "Microsoft Forms (Plan E1)";
    FORMS_PLAN_E3 0x2789c901_c14e_48ab_a76a_be334d9d793a "Microsoft Forms (Plan E3)";
    FORMS_PLAN_E5 0xe212cbc7_0961_4c40_9825_01117710dcb1 "Microsoft Forms (Plan E5)";
    FORMS_PLAN_K 0xf07046bd_2a3c_4b96_b0be_dea79d7cbfb8 "Microsoft Forms (Plan F1)";
    PROJECTWORKMANAGEMENT 0xb737dad2_2f6c_4c65_90e3_ca563267e8b9 "Microsoft Planner";
    POWERAPPS_O365_P1 0x92f7a6f3_b89b_4bbd_8c30_809e6da5ad1c "Power Apps for Office 365";
    POWERAPPS_O365_P2 0xc68f8d98_5534_41c8_bf36_22fa496fa792 "Power Apps for Office 365";
    FLOW_O365_P1 0x0f9b09cb_62d1_4ff4_9129_43f4996f83f4 "Power Automate for Office 365";
    FLOW_O365_P2 0x76846ad7_7776_4c40_a281_a386362dd1b9 "Power Automate for Office 365";
    SWAY 0xa23b959c_7ce8_4e57_9140_b90eb88a9e97 "Sway";
    YAMMER_ENTERPRISE 0x7547a3fe_08ee_4ccb_b430_5077c5041653 "Yammer Enterprise";

    // Identity and devices
    AAD_PREMIUM 0x41781fb2_bc02_4b7c_bd55_b576c07bb09d "Microsoft Entra ID P1";
    AAD_PREMIUM_P2 0xeec0eb4f_6444_4f95_aba0_50c24d67f998 "Microsoft Entra ID P2";
    MFA_PREMIUM 0x8a256a2b_b617_496d_b51b_e76466e88db0
        "Microsoft Azure Multi-Factor Authentication";
    INTUNE_A 0xc1ec4a95_1f05_45b3_a911_aa3fa01094f5 "Microsoft Intune Plan 1";
    WIN10_PRO_ENT_SUB 0x21b439ba_a0ca_424f_a6cc_52f954a5b111 "Windows 10/11 Enterprise (Original)";

    // Protection
    RMS_S_ENTERPRISE 0xbea4c11e_220a_4e6d_8eb8_8ea15d019f90 "Azure Rights Management";
    RMS_S_PREMIUM 0x6c57d4b6_3b23_47a5_9bc9_69f17b4947b3 "Azure Information Protection Premium P1";
    RMS_S_PREMIUM2 0x5689bec4_755d_4753_8b61_40975025187c "Azure Information Protection Premium P2";
    ADALLOM_S_DISCOVERY 0x932ad362_64a8_4783_9106_97849a1a30b9
        "Microsoft Defender for Cloud Apps Discovery";
    ADALLOM_S_STANDALONE 0x2e2ddb96_6af9_4b1d_a3f0_d6ecfd22edb2 "Microsoft Defender for Cloud Apps";
    ATA 0x14ab5db5_e6c4_4b20_b4bc_13e36fd2227f "Microsoft Defender for Identity";
    MDE_SMB 0xbfc1bbd9_981b_4f71_9b82_17c35fd0e2a4 "Microsoft Defender for Business";
    WINDEFATP 0x871d91ec_ec1a_452b_a83f_bd76c7d770ef "Microsoft Defender for Endpoint";
    ATP_ENTERPRISE 0xf20fedf3_f3c3_43c3_8267_2bfdd51c0939
        "Microsoft Defender for Office 365 (Plan 1)";
    THREAT_INTELLIGENCE 0x8e0c0a52_6a6c_4d40_8370_dd62790dcd70
        "Microsoft Defender for Office 365 (Plan 2)";
    MTP 0xbf28f719_7844_4079_9c78_c1307898e192 "Microsoft 365 Defender";
    EQUIVIO_ANALYTICS 0x4de31727_a228_4ec3_a5bf_8e45b5ca48cc "Office 365 Advanced eDiscovery";

    // Analysing, planning, drawing
    BI_AZURE_P2 0x70d33638_9c74_4d01_bfd3_562de28bd4ba "Power BI Pro";
    BI_AZURE_P3 0x0bf3c642_7bb5_4ccc_884e_59d09df0266c "Power BI Premium Per User";
    PROJECT_P1 0x4a12c688_56c6_461a_87b1_30d6f32136f9 "Project P1";
    PROJECT_PROFESSIONAL 0x818523f5_016b_4355_9be8_ed6944946ea7 "Project P3";
    PROJECT_ESSENTIALS 0x1259157c_8581_4875_bca7_2ffb18c51bda "Project Online Essentials";
    SHAREPOINT_PROJECT 0xfe71d6c3_a2ea_4499_9778_da042bf08063 "Project Online Service";
    PROJECT_CLIENT_SUBSCRIPTION 0xfafd7243_e5c1_4a3a_9e40_495efcb1d3c3
        "Project Online Desktop Client";
    FLOW_FOR_PROJECT 0xfa200448_008c_4acb_abd4_ea106ed2199d "Power Automate for Project";
    VISIOONLINE 0x2bdbaf8f_738f_4ac7_9234_3c3ee2ce7d0f "Visio Web App";
    VISIO_CLIENT_SUBSCRIPTION 0x663a804f_1c30_4ff0_9915_9db84f0d1cea "Visio Desktop App";

    // Dynamics 365
    DYN365_ENTERPRISE_SALES 0x2da8e897_7791_486b_b08f_cc63c8129df7 "Dynamics 365 for Sales";
    DYN365_ENTERPRISE_TEAM_MEMBERS 0x6a54b05e_4fab_40e7_9828_428db3b336fa
        "Dynamics 365 for Team Members";
    DYN365_FINANCIALS_BUSINESS 0x920656a2_7dd8_4c83_97b6_a356414dbd36
        "Dynamics 365 for Business Central Essentials";
    POWERAPPS_DYN_APPS 0x874fc546_6efe_4d22_90b8_5c4e7aa59f4b "Power Apps for Dynamics 365";
    POWERAPPS_DYN_TEAM 0x52e619e2_2730_439a_b0d3_d09ab7e8b705 "Power Apps for Dynamics 365";
    FLOW_DYN_APPS 0x7e6d7d78_73de_46ba_83b1_6d25117334ba "Power Automate for Dynamics 365";
    FLOW_DYN_TEAM 0x1ec58c70_f69c_486a_8109_4b87ce86e449 "Power Automate for Dynamics 365";
}
