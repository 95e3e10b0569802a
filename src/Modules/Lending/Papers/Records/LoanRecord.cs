using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Credit.Schedules;
using Zhirong.Engine.Credit.Terms;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Papers.Records;

/// <summary>What documents say of a loan: its terms as first agreed with their instalments, payees, the line's conditions.</summary>
internal static class LoanRecord
{
    /// <summary>Null where there is no such loan for the viewer.</summary>
    public static JsonObject? Of(ZhirongContext read, PaperDesk desk, Guid id)
    {
        if (read.Set<Loan>().AsNoTracking().SingleOrDefault(l => l.Id == id) is not { } loan)
        {
            return null;
        }

        var resolved = EventKinds.Resolve(loan.Terms, desk.Loans).Value;
        var instalments = LoanSchedule.Of(resolved).Value.Instalments;
        var facility = read.Set<Facility>().AsNoTracking().SingleOrDefault(f => f.Id == loan.FacilityId);
        return new()
        {
            ["number"] = loan.Number,
            ["facility"] = facility?.Number,
            ["lender"] = desk.People.Organisation(read.Session, loan.OwnerId)?.Name,
            ["borrower"] = loan.Borrower,
            ["purpose"] = loan.Purpose,
            ["principal"] = RecordText.Yuan(loan.PrincipalFen),
            ["disbursed_on"] = RecordText.Day(resolved.Terms.DisbursedOn),
            ["maturity"] = RecordText.Day(resolved.Maturity),
            ["rate"] = resolved.Rates[0].Annual.ToString("0.############", CultureInfo.InvariantCulture),
            ["method"] = RecordText.Of(resolved.Terms.Method.Title()),
            ["instalment_count"] = $"{instalments.Count}",
            ["officer"] = loan.Officer,
            ["state"] = RecordText.Of(LoanStates.Title(loan.State)),
            ["interest_total"] = RecordText.Yuan(instalments.Sum(i => i.Interest.Fen)),
            ["pledge_contracts"] = facility is null ? null : string.Join('、', FacilityRecord.Pledges(read, facility.Id).Select(p => p.ContractNo)),
            ["schedule"] = RecordText.List(instalments, (i, _) => new() { ["n"] = $"{i.Number}", ["due_on"] = RecordText.Day(i.DueOn), ["days"] = $"{i.Days}", ["interest"] = $"{i.Interest}", ["principal"] = $"{i.Principal}", ["due"] = $"{i.Due}", ["balance"] = $"{i.Balance}" }),
            ["payouts"] = RecordText.List(read.Set<LoanPayout>().Where(p => p.LoanId == id).OrderBy(p => p.N).AsNoTracking().ToList(), (p, _) => new()
            {
                ["n"] = $"{p.N}",
                ["payee"] = p.Payee,
                ["account"] = p.Account,
                ["contract_no"] = p.ContractNo,
                ["purpose"] = p.Purpose,
                ["amount"] = RecordText.Yuan(p.Fen),
                ["batch"] = p.BatchCode,
                ["state"] = RecordText.Of(PayoutStates.Title(p.State)),
                ["paid_on"] = RecordText.Day(p.PaidOn),
            }),
            ["conditions"] = facility is null ? new JsonArray() : FacilityRecord.Conditions(read, facility.Id),
        };
    }
}
