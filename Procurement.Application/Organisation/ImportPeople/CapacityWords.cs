using Procurement.Application.Imports;
using Procurement.Domain.Organisation;

namespace Procurement.Application.Organisation.ImportPeople;

/// <summary>The words files use for posts. Requester, receiver and conformer are no posts: a person has them by the file itself.</summary>
internal static class CapacityWords
{
    public static IReadOnlyList<ImportChoice> All { get; } =
    [
        new(Capacity.UnitManager, "مدیر واحد", "Unit manager"),
        new(Capacity.Keeper, "انباردار", "Storekeeper"),
        new(Capacity.PropertyOfficer, "امین اموال", "Property officer"),
        new(Capacity.Buyer, "کارپرداز", "Buyer"),
        new(Capacity.HeadOfProcurement, "مسئول تدارکات", "Head of procurement"),
        new(Capacity.AuthorisedOfficial, "مقام مجاز", "Authorised official"),
        new(Capacity.FinanceController, "ذیحساب", "Finance controller"),
        new(Capacity.Inspector, "بازرس", "Inspector"),
        new(Capacity.Inspector, "بازرس ماده ۹۱", "Article 91 inspector"),
        new(Capacity.HeadOfGeneralAffairs, "رئیس امور عمومی", "Head of general affairs"),
        new(Capacity.DocumentReviewer, "واحد رسیدگی اسناد", "Document reviewer"),
        new(Capacity.TechnicalExpert, "کارشناس فنی", "Technical expert"),
        new(Capacity.HeadOfCentre, "رئیس مرکز", "Head of centre"),
        new(Capacity.CommitteeMember, "عضو کمیته", "Committee member"),
        new(Capacity.Guard, "نگهبان", "Guard"),
        new(Capacity.SecondCounter, "شمارشگر دوم", "Second counter"),
        new(Capacity.StockPlanner, "برنامه‌ریز موجودی", "Stock planner"),
        new(Capacity.AccountsOfficer, "حسابدار انبار", "Accounts officer"),
        new(Capacity.SeniorSupervisor, "ناظر ارشد", "Senior supervisor"),
        new(Capacity.Administrator, "راهبر سامانه", "Administrator"),
        new(Capacity.SecurityOfficer, "حراست", "Security officer"),
    ];
}
