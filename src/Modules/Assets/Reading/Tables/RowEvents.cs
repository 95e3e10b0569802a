using Zhirong.Modules.Assets.Model;

namespace Zhirong.Modules.Assets.Reading.Tables;

/// <summary>
/// The events a row tells of: a status cell of many, an event in columns, and what the columns of pledges, licences, invalidity
/// and fee receipts say. Our word for each stands among the facts as <c>event</c>.
/// </summary>
internal static class RowEvents
{
    public static List<EventRead> Read(RowCells row, RightKind? kind)
    {
        var events = new List<EventRead>();
        if (row[RightsField.LegalStatus] is { Length: > 0 } status && status.Contains(GazetteText.Opens, StringComparison.Ordinal))
        {
            events.AddRange(GazetteText.Events(status));
        }

        var text = row.OneLine(RightsField.EventText);
        if (text.Contains(GazetteText.Opens, StringComparison.Ordinal))
        {
            events.AddRange(GazetteText.Events(text));
            text = "";
        }

        var told = text.Length > 0 || row.Has(RightsField.EventCode);
        if (told)
        {
            events.Add(Told(row, text));
            return Receipt(row, events);
        }

        var patent = kind is null || kind.Value.IsPatent();
        Pledge(row, events, patent);
        Licence(row, events);
        if (row.Has(RightsField.DecisionNumber) || row.Has(RightsField.DecisionDate))
        {
            Add(events, row, "invalidity_decided", "无效宣告决定", row.Day(RightsField.DecisionDate), Facts(row, ("decision_number", RightsField.DecisionNumber)));
        }

        if (row.Has(RightsField.FreezeCourt) || row.Has(RightsField.FreezeNumber))
        {
            Add(events, row, "frozen", "专利权的保全", row.Day(RightsField.EffectiveDate), Facts(row, ("court", RightsField.FreezeCourt), ("order", RightsField.FreezeNumber)));
        }

        return Receipt(row, events);
    }

    /// <summary>One event told by its text or code; everything else in the row belongs to it.</summary>
    private static EventRead Told(RowCells row, string text)
    {
        var facts = GazetteText.Facts(text);
        foreach (var (fact, value) in Facts(row,
            ("registration_number", RightsField.PledgeNumber), ("pledgor", RightsField.Pledgor), ("pledgee", RightsField.Pledgee), ("secured_amount", RightsField.SecuredAmount),
            ("record_number", RightsField.LicenceNumber), ("licensor", RightsField.Licensor), ("licensee", RightsField.Licensee), ("licence_kind", RightsField.LicenceKind), ("until", RightsField.LicenceUntil),
            ("decision_number", RightsField.DecisionNumber), ("change_item", RightsField.ChangeItem), ("before", RightsField.ChangeBefore), ("after", RightsField.ChangeAfter),
            ("court", RightsField.FreezeCourt), ("order", RightsField.FreezeNumber)))
        {
            facts.TryAdd(fact, value);
        }

        var read = GazetteText.Event(text, row.OneLine(RightsField.EventCode).ToUpperInvariant(), row.Day(RightsField.EventDate), facts);
        return read with
        {
            EffectiveOn = row.Day(RightsField.EffectiveDate) ?? row.Day(RightsField.ReleaseDate) ?? row.Day(RightsField.ChangeDate) ?? row.Day(RightsField.RecordDate) ?? row.Day(RightsField.DecisionDate) ?? read.EffectiveOn,
        };
    }

    private static void Pledge(RowCells row, List<EventRead> events, bool patent)
    {
        if (!row.Has(RightsField.Pledgee) && !row.Has(RightsField.PledgeNumber))
        {
            return;
        }

        var facts = Facts(row, ("registration_number", RightsField.PledgeNumber), ("pledgor", RightsField.Pledgor), ("pledgee", RightsField.Pledgee), ("secured_amount", RightsField.SecuredAmount));
        var released = row.Day(RightsField.ReleaseDate);
        var changed = row.Day(RightsField.ChangeDate);
        var effective = row.Day(RightsField.EffectiveDate);
        if (effective is not null || (released is null && changed is null))
        {
            Add(events, row, "pledge_registered", patent ? "专利权质押合同登记的生效" : "质权登记", effective, facts);
        }

        if (changed is not null || row.Has(RightsField.ChangeItem))
        {
            var change = Facts(row, ("change_item", RightsField.ChangeItem), ("before", RightsField.ChangeBefore), ("after", RightsField.ChangeAfter));
            Add(events, row, "pledge_changed", patent ? "专利权质押合同登记的变更" : "质权登记的变更", changed, [.. facts, .. change]);
        }

        if (released is not null)
        {
            Add(events, row, "pledge_cancelled", patent ? "专利权质押合同登记的注销" : "质权登记的注销", released, facts);
        }
    }

    private static void Licence(RowCells row, List<EventRead> events)
    {
        if (!row.Has(RightsField.LicenceNumber) && !row.Has(RightsField.Licensee))
        {
            return;
        }

        var facts = Facts(row,
            ("record_number", RightsField.LicenceNumber), ("licensor", RightsField.Licensor), ("licensee", RightsField.Licensee), ("licence_kind", RightsField.LicenceKind), ("until", RightsField.LicenceUntil));
        var recorded = row.Day(RightsField.RecordDate);
        var released = row.Has(RightsField.Pledgee) ? null : row.Day(RightsField.ReleaseDate);
        if (recorded is not null || released is null)
        {
            Add(events, row, "licence_recorded", "专利实施许可合同备案的生效", recorded, facts);
        }

        if (released is not null)
        {
            Add(events, row, "licence_cancelled", "专利实施许可合同备案的注销", released, facts);
        }
    }

    private static List<EventRead> Receipt(RowCells row, List<EventRead> events)
    {
        if (row.Has(RightsField.PaidOn) || row.Has(RightsField.ReceiptNumber) || row.Has(RightsField.FeeAmount))
        {
            var paid = row.Day(RightsField.PaidOn);
            var facts = Facts(row, ("receipt", RightsField.ReceiptNumber), ("fee", RightsField.FeeKind), ("year", RightsField.FeeYear), ("amount", RightsField.FeeAmount), ("late", RightsField.FeeLate), ("payer", RightsField.Payer));
            facts.Add(new("event", "fee_paid"));
            var fee = row.OneLine(RightsField.FeeKind);
            events.Add(new("receipt", "", paid, paid, fee.Length > 0 ? fee : "缴费", Dictionary(facts)));
        }

        return events;
    }

    private static void Add(List<EventRead> events, RowCells row, string word, string text, DateOnly? effective, List<KeyValuePair<string, string>> facts) =>
        events.Add(new("cn_text", "", row.Day(RightsField.EventDate), effective, text, Dictionary([.. facts, new("event", word)])));

    private static List<KeyValuePair<string, string>> Facts(RowCells row, params ReadOnlySpan<(string Fact, RightsField Field)> fields)
    {
        var facts = new List<KeyValuePair<string, string>>();
        foreach (var (fact, field) in fields)
        {
            if (row.OneLine(field) is { Length: > 0 } value)
            {
                facts.Add(new(fact, value));
            }
        }

        return facts;
    }

    private static Dictionary<string, string> Dictionary(List<KeyValuePair<string, string>> facts) => new(facts, StringComparer.Ordinal);
}
