using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules;
using Zhirong.Engine.Rules.Schemes;
using Zhirong.Engine.Rules.Subsidies;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Lending.Loans;
using Zhirong.Modules.Lending.Loans.Accounts;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Products.Matching;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Portal;

/// <summary>What a loan and the register know of the facts schemes of aid ask for, each with its source and day; what they do not know is left out.</summary>
/// <param name="Facts">By name, each <c>{value, source, date}</c>.</param>
/// <param name="Region">GB/T 2260 of the firm; null where the register does not say.</param>
internal sealed record LoanAidFacts(JsonObject Facts, string? Region)
{
    /// <param name="firm">The firm of the register; null: only the loan is asked.</param>
    /// <param name="year">The year of the events applied for.</param>
    public static async Task<LoanAidFacts> Of(ZhirongContext read, LoanDesk desk, Origination origination, Loan loan, Guid? firm, int year)
    {
        var facts = new JsonObject();
        void Put(string name, string? value, string source, DateOnly day)
        {
            if (value is not null)
            {
                facts[name] = new JsonObject { ["value"] = value, ["source"] = source, ["date"] = $"{day:yyyy-MM-dd}" };
            }
        }

        var (known, today) = ($"借据 {loan.Number}", desk.Today);
        var of = loan.ClosedDay ?? today;
        Put("loan.principal", Money.FenText(loan.PrincipalFen), known, of);
        Put("loan.balance", Money.FenText(loan.BalanceFen), known, of);
        Put("loan.rate", (loan.Rate / 1_000_000_000m).ToString("0.#########", CultureInfo.InvariantCulture), known, of);
        Put("loan.disbursed", loan.DisbursedOn is null ? "false" : "true", known, of);
        Put("loan.drawn", Day(loan.DisbursedOn), known, of);
        Put("loan.due", Day(loan.Maturity), known, of);
        Put("loan.term_months", loan is { DisbursedOn: { } from, Maturity: { } to } ? $"{((to.Year - from.Year) * 12) + to.Month - from.Month}" : null, known, of);
        Put("loan.dpd", $"{loan.PastDue}", known, of);
        Put("loan.classification", EventKinds.Class(loan.Class) is { } sort ? StandardFacts.Classes[(int)sort] : null, known, of);
        Put("loan.fully_repaid", loan.State == LoanStates.Repaid ? "true" : "false", known, of);
        await Paid(read, desk, loan, today, Put);
        if (await read.Set<FacilityPledge>().AnyAsync(p => p.FacilityId == loan.FacilityId))
        {
            Put("loan.ip_pledged", "true", "额度的质押", today);
        }

        Put("application.event_year", year.ToString(CultureInfo.InvariantCulture), "申请年度", today);
        var register = firm is { } id ? FirmFacts.Of(read, origination, id, today) : null;
        foreach (var name in (string[])["firm.revenue", "firm.size"])
        {
            if (register?.Facts.GetValueOrDefault(name) is { Value: { } value } said)
            {
                Put(name, value.Type == RuleType.Text ? value.Text : $"{value}", said.Source, said.Dated ?? today);
            }
        }

        if (register is not null)
        {
            Put("firm.is_patentee", register.Rights.Any(r => r.Right.Kind?.Word() is "invention" or "utility_model" or "design") ? "true" : null, "权利登记", today);
        }

        return new(facts, register?.Firm.Firm.Region);
    }

    /// <summary>The aid under a rule as things stand today: nothing of a cap used, which whoever decides knows better; null where the rule cannot take the facts.</summary>
    public SubsidyResult? Tried(SubsidyRule rule, IReferenceRates rates, DateOnly today)
    {
        var facts = (JsonObject)Facts.DeepClone();
        facts["application.filed"] = $"{today:yyyy-MM-dd}";
        var document = new JsonObject { ["schema"] = FactsReader.Schema, ["facts"] = facts, ["used"] = new JsonObject() };
        var sheet = FactsReader.Read(Encoding.UTF8.GetBytes(document.ToJsonString()), rule.Vocabulary, rule.CountedCaps);
        var made = sheet.Ok ? SubsidyCalculation.Of(rule with { Pool = null }, sheet.Value, rates) : Result<SubsidyResult>.Refused(sheet.Refusals);
        return made.Ok ? made.Value : null;
    }

    /// <summary>Interest really paid up to today, and the day of the last receipt of a loan that is settled.</summary>
    private static async Task Paid(ZhirongContext read, LoanDesk desk, Loan loan, DateOnly today, Action<string, string?, string, DateOnly> put)
    {
        if (loan.DisbursedOn is not { } drawn || drawn > today)
        {
            return;
        }

        var events = await read.Set<LoanHappening>().Where(e => e.LoanId == loan.Id).OrderBy(e => e.N).AsNoTracking().ToListAsync();
        put("paid.interest", LoanStatement.Of(loan, events, drawn, today, desk, Language.Zh).View.PaidInterest, $"借据 {loan.Number} 对账单 {drawn:yyyy-MM-dd} 至 {today:yyyy-MM-dd}", today);
        var last = events.Where(e => e.UndoneOn is null && e.Kind is EventKinds.Receipt or EventKinds.Prepaid).Select(e => (DateOnly?)e.Effective).Max();
        put("loan.repaid", loan.State == LoanStates.Repaid ? Day(last) : null, $"借据 {loan.Number}", today);
    }

    private static string? Day(DateOnly? day) => day is { } known ? $"{known:yyyy-MM-dd}" : null;
}
