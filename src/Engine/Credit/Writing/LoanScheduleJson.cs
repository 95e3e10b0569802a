using System.Globalization;
using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Schedules;
using Zhirong.Engine.Credit.Terms;

namespace Zhirong.Engine.Credit.Writing;

/// <summary>Writes <c>zhirong/loan-schedule/v1</c>: the same bytes for the same terms, calendar and rates.</summary>
public static class LoanScheduleJson
{
    public const string Schema = "zhirong/loan-schedule/v1";

    public static void Write(Utf8JsonWriter writer, LoanSchedule schedule, string inputHash, Language language)
    {
        var terms = schedule.Loan.Terms;
        writer.WriteStartObject();
        writer.WriteString("schema", Schema);
        writer.WriteString("inputHash", inputHash);
        writer.WriteString("method", terms.Method.Word());
        writer.WriteString("convention", LoanWords.Conventions[(int)terms.Convention]);
        writer.WriteString("dayCount", DayCounts.Name(terms.DayCount));
        writer.WriteStartArray("rates");
        foreach (var step in schedule.Loan.Rates)
        {
            writer.WriteStartObject();
            writer.WriteString("from", Day(step.From));
            writer.WriteString("annualRate", Rate(step.Annual));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (terms.DownPayment is { } paid)
        {
            writer.WriteStartObject("downPayment");
            writer.WriteString("dueDate", Day(terms.DisbursedOn));
            writer.WriteString("due", paid.ToString());
            writer.WriteEndObject();
        }

        Instalments(writer, schedule);
        writer.WriteStartObject("totals");
        writer.WriteString("interest", schedule.Interest.ToString());
        writer.WriteString("principal", terms.Financed.ToString());
        writer.WriteString("due", schedule.Due.ToString());
        writer.WriteEndObject();
        Warnings(writer, schedule.Warnings, language);
        writer.WriteEndObject();
    }

    private static void Instalments(Utf8JsonWriter writer, LoanSchedule schedule)
    {
        writer.WriteStartArray("instalments");
        foreach (var row in schedule.Instalments)
        {
            writer.WriteStartObject();
            writer.WriteNumber("n", row.Number);
            writer.WriteString("dueDate", Day(row.DueOn));
            writer.WriteNumber("days", row.Days);
            writer.WriteString("interest", row.Interest.ToString());
            writer.WriteString("principal", row.Principal.ToString());
            writer.WriteString("due", row.Due.ToString());
            writer.WriteString("balance", row.Balance.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Warnings(Utf8JsonWriter writer, IReadOnlyList<Refusal> warnings, Language language)
    {
        writer.WriteStartArray("warnings");
        foreach (var warning in warnings)
        {
            writer.WriteStartObject();
            writer.WriteString("code", warning.Code);
            writer.WriteString("path", warning.Path);
            writer.WriteString("message", warning.Message.In(language));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A rate without zeros at its end.</summary>
    private static string Rate(decimal rate) => (rate / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
}
