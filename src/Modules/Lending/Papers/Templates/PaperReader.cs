using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Modules.Lending.Decisions;
using Zhirong.Modules.Lending.Papers.Own;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Lending.Papers.Templates;

/// <summary>Reads a template; a place that names no field of the record, or no way to write it, is refused with its path.</summary>
internal static class PaperReader
{
    private static readonly string[] Roles = ["body", "lead", "subheading", "note"];
    private static readonly string[] Kinds = ["text", "code", "date", "figure"];
    private static readonly string[] Blocks = ["text", "facts", "table", "seals"];

    public static Result<ShelvedTemplate> Read(byte[] bytes)
    {
        var read = FileFields.File(bytes, PaperTemplate.Schema, Template);
        return read.Ok ? new ShelvedTemplate(read.Value, Encoding.UTF8.GetString(bytes), CanonicalText.Hash(Encoding.UTF8.GetString(bytes))) : Result<ShelvedTemplate>.Refused(read.Refusals);
    }

    private static PaperTemplate Template(FieldReader root, List<Refusal> refusals)
    {
        root.Date("dated", required: true);
        var english = root.Flag("english") == true;
        var about = root.OneOf("about", PaperSubjects.Kinds, required: true);
        var places = new PaperPlaces(about is null ? null : PaperSubjects.Of(about), english, refusals);
        var (from, until) = Days(root, refusals);
        return new()
        {
            Id = FileFields.Id(root, refusals),
            Version = root.Text("version", required: true) ?? "",
            Title = places.Title(root),
            About = about ?? "",
            English = english,
            Verified = root.Flag("verified") == true,
            Source = Under(root, "source", places),
            Facts = Facts(root, "facts", refusals, places, null),
            Sections = FileFields.Items(root, "sections", refusals, item => Section(item, refusals, places), required: true),
            Disclaimer = Under(root, "disclaimer", places),
            From = from,
            Until = until,
        };
    }

    /// <summary>The days in force of a text of one's own; the shipped ones name none.</summary>
    private static (DateOnly? From, DateOnly? Until) Days(FieldReader root, List<Refusal> refusals)
    {
        if (root.Map("effective") is not { } days)
        {
            return default;
        }

        var (from, until) = (days.Date("from", required: true), days.Date("until"));
        if (until < from)
        {
            refusals.Add(TemplateRefusals.Days($"{until:yyyy-MM-dd}", from!.Value).At(days.Node("until")!.Line, days.Node("until")!.Column));
        }

        days.Finish();
        return (from, until);
    }

    private static PaperSection Section(FieldReader item, List<Refusal> refusals, PaperPlaces places) => new(
        FileFields.Id(item, refusals), places.Title(item), item.Flag("landscape") == true, places.Whether(item, "when"),
        FileFields.Items(item, "blocks", refusals, block => Block(block, refusals, places), required: true));

    private static PaperBlock Block(FieldReader item, List<Refusal> refusals, PaperPlaces places)
    {
        var kind = item.OneOf("kind", Blocks, required: true);
        var when = places.Whether(item, "when");
        if (kind == "table")
        {
            var rows = places.List(item, "rows", required: true) ?? "";
            return new PaperTable(rows, places.Both(item, null), FileFields.Items(item, "columns", refusals, column => Column(column, places, rows), required: true), Under(item, "empty", places), when);
        }

        var each = places.List(item, "each", required: false);
        return kind switch
        {
            "facts" => new PaperFacts(Facts(item, "facts", refusals, places, each), each, when),
            "seals" => new PaperSeals(FileFields.Items(item, "places", refusals, place => new PaperSeal(places.Title(place), places.Text(place, "name", each)), required: true), each, when),
            _ => new PaperText((TextRole)Math.Max(0, Array.IndexOf(Roles, item.OneOf("role", Roles) ?? "body")), places.Both(item, each), each, when),
        };
    }

    private static PaperColumn Column(FieldReader column, PaperPlaces places, string rows)
    {
        var text = places.Text(column, "is", rows);
        return new(places.Title(column), Kind(column), text, places.Sum(column, rows, text));
    }

    private static List<PaperFact> Facts(FieldReader reader, string key, List<Refusal> refusals, PaperPlaces places, string? each) =>
        FileFields.Items(reader, key, refusals, item => new PaperFact(places.Title(item), places.Text(item, "is", each), places.Whether(item, "when")), required: true);

    private static ColumnKind Kind(FieldReader column) => (ColumnKind)Math.Max(0, Array.IndexOf(Kinds, column.OneOf("kind", Kinds) ?? "text"));

    private static Words Under(FieldReader item, string key, PaperPlaces places)
    {
        if (item.Map(key, required: true) is not { } inner)
        {
            return Words.Same("");
        }

        var words = places.Title(inner);
        inner.Finish();
        return words;
    }
}
