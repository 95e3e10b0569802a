using System.Globalization;
using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Diligence.Cases;
using Zhirong.Engine.Diligence.Facts;
using Zhirong.Engine.Diligence.Portfolios;

namespace Zhirong.Engine.Diligence.Writing;

/// <summary>Writes <c>zhirong/analysis-result/v1</c>: the same bytes for the same case.</summary>
public static class AnalysisJson
{
    public const string Schema = "zhirong/analysis-result/v1";

    public static void Write(Utf8JsonWriter writer, PortfolioAnalysis made, string engine, Language language)
    {
        var of = made.Case;
        writer.WriteStartObject();
        writer.WriteString("schema", Schema);
        writer.WriteString("engine", engine);
        writer.WriteString("policy", made.Policy.Name);
        writer.WriteString("statement", made.Policy.Statement.In(language));
        Date(writer, "day", of.Day);
        writer.WriteString("firm", of.FirmNames[0]);
        writer.WriteStartObject("counts");
        writer.WriteNumber("rights", of.Rights.Count);
        writer.WriteNumber("inForce", of.Rights.Count(r => r.InForce));
        Number(writer, "compared", of.Compared?.Items.Count);
        Number(writer, "products", of.Products?.Items.Count);
        writer.WriteEndObject();
        writer.WriteStartObject("sources");
        Source(writer, "compared", of.Compared?.From, language);
        Source(writer, "products", of.Products?.From, language);
        writer.WriteEndObject();
        List(writer, "rights", of.Rights, r =>
        {
            writer.WriteString("id", r.Id);
            writer.WriteString("number", r.Number);
            writer.WriteString("kind", r.Kind);
            writer.WriteString("title", r.Title.In(language));
            writer.WriteString("state", r.State);
            writer.WriteString("field", TechnologyField.Of(r.Ipc));
            Date(writer, "filed", r.Filed);
            Date(writer, "granted", r.Granted);
            Date(writer, "termEnd", r.TermEnd);
            Number(writer, "family", r.FamilySize);
        });
        List(writer, "map", made.Map, c =>
        {
            writer.WriteString("kind", c.Kind);
            writer.WriteString("field", c.Field);
            Number(writer, "year", c.Year);
            writer.WriteString("standing", c.Standing);
            writer.WriteNumber("count", c.Count);
        });
        List(writer, "citations", made.Citations, c =>
        {
            writer.WriteString("right", c.RightId);
            writer.WriteString("field", c.Field);
            Number(writer, "year", c.Year);
            Number(writer, "citedBy", c.CitedBy);
            Decimal(writer, "percentile", c.Percentile);
            writer.WriteNumber("sample", c.Sample);
        });
        writer.WriteStartObject("families");
        writer.WriteNumber("patents", made.Families.Patents);
        writer.WriteNumber("known", made.Families.Known);
        writer.WriteNumber("beyondOne", made.Families.BeyondOne);
        Number(writer, "largest", made.Families.Largest);
        Decimal(writer, "mean", made.Families.Mean);
        writer.WriteEndObject();
        List(writer, "endings", made.Endings, e =>
        {
            writer.WriteString("right", e.RightId);
            writer.WriteString("what", e.What);
            Date(writer, "on", e.On);
            writer.WriteNumber("days", e.Days);
        });
        List(writer, "infringed", made.Infringed, i =>
        {
            writer.WriteString("right", i.RightId);
            Date(writer, "first", i.First.On);
            writer.WriteString("outcome", i.First.Outcome);
            writer.WriteString("text", i.First.Text);
            writer.WriteString("source", i.First.From.Source);
            Date(writer, "date", i.First.From.Date);
            writer.WriteNumber("times", i.Times);
            if (i.Late is { } late)
            {
                writer.WriteBoolean("late", late);
            }
            else
            {
                writer.WriteNull("late");
            }
        });
        Around(writer, made, language);
        writer.WriteEndObject();
    }

    private static void Around(Utf8JsonWriter writer, PortfolioAnalysis made, Language language)
    {
        List(writer, "trends", made.Trends, t =>
        {
            writer.WriteString("field", t.Field);
            List(writer, "years", t.Years, y =>
            {
                writer.WriteNumber("year", y.Year);
                writer.WriteNumber("all", y.All);
                writer.WriteNumber("own", y.Own);
            });
        });
        List(writer, "competition", made.Competition, c =>
        {
            writer.WriteString("field", c.Field);
            writer.WriteNumber("filings", c.Filings);
            Decimal(writer, "hhi", c.Concentration);
            Decimal(writer, "ownShare", c.OwnShare);
            List(writer, "applicants", c.Applicants, a =>
            {
                writer.WriteString("applicant", a.Applicant);
                writer.WriteNumber("filings", a.Filings);
            });
        });
        List(writer, "gaps", made.Gaps, g =>
        {
            writer.WriteString("kind", g.Kind);
            writer.WriteString("subject", g.Subject);
            writer.WriteString("file", g.File);
            writer.WriteStartArray("rights");
            g.Rights.ToList().ForEach(writer.WriteStringValue);
            writer.WriteEndArray();
            writer.WriteString("reason", g.Reason.In(language));
            writer.WriteString("advice", g.Advice.In(language));
        });
        List(writer, "unknowns", made.Unknowns, u =>
        {
            writer.WriteString("what", u.What);
            writer.WriteString("text", u.Text.In(language));
        });
    }

    private static void List<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> fields)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            fields(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Source(Utf8JsonWriter writer, string name, Provenance? from, Language language)
    {
        if (from is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString("source", from.In(language));
        Date(writer, "date", from.Date);
        writer.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter writer, string name, int? value)
    {
        if (value is { } known)
        {
            writer.WriteNumber(name, known);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static void Decimal(Utf8JsonWriter writer, string name, decimal? value) => writer.WriteString(name, value is { } known ? RightFacts.Text(known) : null);

    private static void Date(Utf8JsonWriter writer, string name, DateOnly? date) => writer.WriteString(name, date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
