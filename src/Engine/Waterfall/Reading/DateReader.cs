using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Reading;

/// <summary>Reads <c>dates</c>: closing, cut-off, maturities, payment dates, calendar, roll and offsets.</summary>
internal static class DateReader
{
    private const int MaxPayments = 600;

    public static DateTerms? Read(FieldReader root, string? market, List<Refusal> refusals)
    {
        if (root.Map("dates", required: true) is not { } reader)
        {
            return null;
        }

        var closing = reader.Date("closing", required: true);
        var cutoff = reader.Date("cutoff") ?? closing;
        var payments = Payments(reader, refusals);
        var expected = reader.Date("expected_maturity") ?? (payments.Count > 0 ? payments[^1] : closing);
        var legal = reader.Date("legal_maturity") ?? expected;
        var calendar = reader.OneOf("calendar", ["SSE", "SZSE", "BSE", "IB", "bank", "exchange"]) ?? market;
        var roll = reader.Text("roll") is { } text ? Roll(reader, text, refusals) : RollRule.Following;
        var offsets = Offsets(reader, refusals);
        reader.Finish();
        if (closing is null || cutoff is null || expected is null || legal is null)
        {
            return null;
        }

        Order(reader, "cutoff", cutoff.Value <= closing.Value, $"{cutoff:yyyy-MM-dd}", new($"不晚于 closing {closing:yyyy-MM-dd}", $"not after closing {closing:yyyy-MM-dd}"), refusals);
        Order(reader, "expected_maturity", closing.Value < expected.Value, $"{expected:yyyy-MM-dd}", new($"晚于 closing {closing:yyyy-MM-dd}", $"after closing {closing:yyyy-MM-dd}"), refusals);
        Order(reader, "payment_dates", payments.Count == 0 || closing.Value < payments[0], $"{payments.FirstOrDefault():yyyy-MM-dd}", new($"首个兑付日晚于 closing {closing:yyyy-MM-dd}", $"a first payment after closing {closing:yyyy-MM-dd}"), refusals);
        return new()
        {
            Closing = closing.Value,
            Cutoff = cutoff.Value,
            ExpectedMaturity = expected.Value,
            LegalMaturity = legal.Value,
            PaymentDates = payments,
            PaymentsEvery = (reader.Node("payment_dates") as DocMap)?["every"] is DocScalar every && Tenor.TryParse(every.Text, out var tenor) ? tenor : null,
            Calendar = calendar is "IB" or "bank" ? DayKind.Bank : DayKind.Exchange,
            Roll = roll,
            Offsets = offsets,
        };
    }

    private static void Order(FieldReader reader, string key, bool ok, string found, Words expected, List<Refusal> refusals)
    {
        if (!ok)
        {
            refusals.Add(DealRefusals.DatesOutOfOrder(reader.Join(key), found, expected, reader.Node(key) ?? new DocScalar("", false, reader.Line, reader.Column)));
        }
    }

    private static List<DateOnly> Payments(FieldReader reader, List<Refusal> refusals)
    {
        if (reader.Required("payment_dates") is not { } node)
        {
            return [];
        }

        var path = reader.Join("payment_dates");
        if (node is DocList list)
        {
            return Listed(reader, list.Items, path, refusals);
        }

        if (FieldReader.Open(node, path, refusals) is not { } map)
        {
            return [];
        }

        if (map.Has("list"))
        {
            var dates = Listed(reader, map.List("list"), map.Join("list"), refusals);
            map.Finish();
            return dates;
        }

        var every = ReadTenor(map, "every", refusals, required: true);
        var first = map.Date("first", required: true);
        var last = map.Date("last", required: true);
        map.Finish();
        if (every is null || first is null || last is null)
        {
            return [];
        }

        var schedule = Schedule.Every(first.Value, last.Value, every.Value);
        if (!schedule.Ok || schedule.Value.Count > MaxPayments)
        {
            refusals.Add(DealRefusals.PaymentDates(path, $"{first:yyyy-MM-dd} … {last:yyyy-MM-dd} / {every}", new($"last 恰为 first 加若干个 every，至多 {MaxPayments} 期", $"last exactly a number of intervals after first, at most {MaxPayments} periods"), node.Line, node.Column));
            return [];
        }

        return [.. schedule.Value];
    }

    private static List<DateOnly> Listed(FieldReader reader, IReadOnlyList<DocNode> items, string path, List<Refusal> refusals)
    {
        var dates = new List<DateOnly>();
        if (items.Count is 0 or > MaxPayments)
        {
            refusals.Add(DealRefusals.PaymentDates(path, $"{items.Count}", new($"1 到 {MaxPayments} 个日期", $"1 to {MaxPayments} dates"), reader.Line, reader.Column));
            return dates;
        }

        for (var i = 0; i < items.Count; i++)
        {
            if (reader.DateOf(items[i], $"{path}.{i}") is not { } date)
            {
                continue;
            }

            if (dates.Count > 0 && date <= dates[^1])
            {
                refusals.Add(DealRefusals.DatesOutOfOrder($"{path}.{i}", $"{date:yyyy-MM-dd}", new($"晚于 {dates[^1]:yyyy-MM-dd}", $"after {dates[^1]:yyyy-MM-dd}"), items[i]));
                continue;
            }

            dates.Add(date);
        }

        return dates;
    }

    internal static Tenor? ReadTenor(FieldReader reader, string key, List<Refusal> refusals, bool required = false)
    {
        var node = required ? reader.Required(key) : reader.Node(key);
        if (node is null)
        {
            return null;
        }

        if (node is DocScalar scalar && Tenor.TryParse(scalar.Text, out var tenor))
        {
            return tenor;
        }

        refusals.Add(DealRefusals.Tenor(reader.Join(key), node));
        return null;
    }

    private static RollRule Roll(FieldReader reader, string text, List<Refusal> refusals)
    {
        if (RollRules.TryParse(text, out var rule))
        {
            return rule;
        }

        refusals.Add(FieldRefusals.NotOneOf(reader.Join("roll"), reader.Node("roll")!, text, ["none", "following_no_extra_interest", "following", "modified_following", "preceding", "modified_preceding"]));
        return RollRule.Following;
    }

    private static List<KeyValuePair<string, int>> Offsets(FieldReader reader, List<Refusal> refusals)
    {
        var offsets = new List<KeyValuePair<string, int>>();
        if (reader.Node("offsets") is not { } node)
        {
            return offsets;
        }

        if (node is not DocMap map)
        {
            refusals.Add(FieldRefusals.Type(reader.Join("offsets"), node, new("一组键值", "a map of keys")));
            return offsets;
        }

        var inner = new FieldReader(map, reader.Join("offsets"), refusals);
        foreach (var entry in map.Entries)
        {
            if (!OffsetOrder.Known.Contains(entry.Key))
            {
                refusals.Add(FieldRefusals.Unknown(inner.Join(entry.Key), entry, OffsetOrder.Known));
            }
            else if (inner.Whole(entry.Key, -250, 250) is { } days)
            {
                offsets.Add(new(entry.Key, days));
            }
        }

        return offsets;
    }
}

/// <summary>The steps before a payment date in the order in which they must happen (日期链).</summary>
internal static class OffsetOrder
{
    public static readonly string[] Known =
    [
        "calc", "servicer_report", "remittance", "custodian_report", "shortfall_notice", "shortfall_pay",
        "guarantee_notice", "guarantee_pay", "manager_report", "custodian_transfer", "record",
    ];
}
