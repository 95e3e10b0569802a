using System.Globalization;
using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Run;

/// <summary>Writes a run as <c>zhirong/deal-run/v1</c>: money and ratios as decimal strings, the same bytes for the same input.</summary>
public static class DealRunJson
{
    public const string Schema = "zhirong/deal-run/v1";

    /// <param name="writer">Receives one object.</param>
    /// <param name="run">The run.</param>
    /// <param name="inputHash">SHA-256 of the input bytes, lower-case hex.</param>
    /// <param name="warnings">Warnings to repeat, see <see cref="RunWarnings"/>.</param>
    /// <param name="language">Language of the warnings' sentences.</param>
    public static void Write(Utf8JsonWriter writer, DealRun run, string inputHash, IReadOnlyList<Refusal> warnings, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("schema", Schema);
        writer.WriteString("deal", run.Deal.Definition.Id);
        writer.WriteString("scenario", run.Scenario);
        writer.WriteString("inputHash", $"sha256:{inputHash}");
        writer.WriteStartArray("warnings");
        foreach (var warning in warnings)
        {
            writer.WriteStartObject();
            writer.WriteString("code", warning.Code);
            writer.WriteString("message", warning.Message.In(language));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("periods");
        for (var k = 0; k < run.Deal.PeriodCount; k++)
        {
            Period(writer, run, k);
        }

        writer.WriteEndArray();
        Summary(writer, run);
        writer.WriteEndObject();
    }

    private static void Period(Utf8JsonWriter writer, DealRun run, int k)
    {
        var (period, row) = (run.Deal.Periods[k], run.Period(k));
        writer.WriteStartObject();
        writer.WriteNumber("k", period.Number);
        writer.WriteString("date", Iso(period.Date));
        writer.WriteString("payDate", Iso(period.PayDate));
        writer.WriteNumber("days", period.Days);
        writer.WriteString("mode", row.Mode.Word());
        if (period.Provisional)
        {
            writer.WriteBoolean("provisional", true);
        }

        writer.WriteStartObject("collected");
        Fen(writer, "interest", row.Interest);
        Fen(writer, "principal", row.Principal);
        Fen(writer, "recovery", row.Recovery);
        writer.WriteEndObject();
        Fen(writer, "defaulted", row.Defaulted);
        writer.WriteString("cumDefaultRatio", Ratio(run, row));
        writer.WriteStartObject("drawn");
        for (var i = 0; i < run.Deal.Supports.Length; i++)
        {
            Fen(writer, run.Deal.Supports[i].Terms.Id, run.DrawnFen(k, i));
        }

        writer.WriteEndObject();
        Lines(writer, run, k);
        Balances(writer, run, k);
        if (row.WrittenOff > 0)
        {
            Fen(writer, "writtenOff", row.WrittenOff);
        }

        Fen(writer, "carriedCash", row.Carried);
        Fen(writer, "check", row.Check);
        writer.WriteStartObject("chain");
        foreach (var (name, date) in period.Chain)
        {
            writer.WriteString(name, Iso(date));
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static string Ratio(DealRun run, in PeriodRow row)
    {
        var pool = run.Deal.Definition.Pool.Obligors.Sum(o => o.Principal.Fen);
        var ratio = pool == 0 ? 0 : (decimal)row.CumulativeDefaulted / pool;
        return decimal.Round(ratio, 6, MidpointRounding.AwayFromZero).ToString("0.000000", CultureInfo.InvariantCulture);
    }

    private static void Lines(Utf8JsonWriter writer, DealRun run, int k)
    {
        var lines = new List<int>();
        foreach (ref readonly var trace in run.Traces(k))
        {
            if (!lines.Contains(trace.Line))
            {
                lines.Add(trace.Line);
            }
        }

        writer.WriteStartObject("paid");
        foreach (var line in lines)
        {
            Fen(writer, run.Deal.Lines[line], run.PaidFen(k, line));
        }

        writer.WriteEndObject();
        writer.WriteStartObject("unpaid");
        foreach (var line in lines.Where(line => run.UnpaidFen(k, line) > 0))
        {
            Fen(writer, run.Deal.Lines[line], run.UnpaidFen(k, line));
        }

        writer.WriteEndObject();
    }

    private static void Balances(Utf8JsonWriter writer, DealRun run, int k)
    {
        writer.WriteStartObject("balances");
        for (var t = 0; t < run.Deal.Tranches.Length; t++)
        {
            Fen(writer, run.Deal.Tranches[t].Terms.Id, run.BalanceFen(k, t));
        }

        for (var i = 0; i < run.Deal.Supports.Length; i++)
        {
            var support = run.Deal.Supports[i];
            Fen(writer, support.IsReserve ? support.Terms.Id : $"{support.Terms.Id}.claim", run.SupportFen(k, i));
        }

        writer.WriteEndObject();
    }

    private static void Summary(Utf8JsonWriter writer, DealRun run)
    {
        writer.WriteStartObject("summary");
        foreach (var tranche in DealSummary.Of(run))
        {
            writer.WriteStartObject(tranche.Tranche);
            writer.WriteString("interest", tranche.Interest.ToString());
            writer.WriteString("principal", tranche.Principal.ToString());
            writer.WriteString("residual", tranche.Residual.ToString());
            Optional(writer, "wal", tranche.AverageLife, "0.0000");
            Optional(writer, "irr", tranche.Irr, "0.00000000");
            writer.WriteString("unpaid", tranche.Unpaid.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter writer, string name, decimal? value, string format)
    {
        if (value is { } known)
        {
            writer.WriteString(name, known.ToString(format, CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static void Fen(Utf8JsonWriter writer, string name, long fen) => writer.WriteString(name, Money.FenText(fen));

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
