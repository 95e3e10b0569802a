using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Modules.Lending.Decisions;
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
        var about = root.OneOf("about", PaperSubjects.Kinds, required: true);
        var places = new PaperPlaces(about is null ? null : PaperSubjects.Of(about), refusals);
        return new()
        {
            Id = FileFields.Id(root, refusals),
            Version = root.Text("version", required: true) ?? "",
            Title = Title(root),
            About = about ?? "",
            English = root.Flag("english") == true,
            Verified = root.Flag("verified") == true,
            Source = Under(root, "source"),
            Facts = Facts(root, "facts", refusals, places, null),
            Sections = FileFields.Items(root, "sections", refusals, item => Section(item, refusals, places), required: true),
            Disclaimer = Under(root, "disclaimer"),
        };
    }

    private static PaperSection Section(FieldReader item, List<Refusal> refusals, PaperPlaces places) => new(
        FileFields.Id(item, refusals), Title(item), item.Flag("landscape") == true, places.Whether(item, "when"),
        FileFields.Items(item, "blocks", refusals, block => Block(block, refusals, places), required: true));

    private static PaperBlock Block(FieldReader item, List<Refusal> refusals, PaperPlaces places)
    {
        var kind = item.OneOf("kind", Blocks, required: true);
        var when = places.Whether(item, "when");
        if (kind == "table")
        {
            var rows = places.List(item, "rows", required: true) ?? "";
            return new PaperTable(rows, Title(item), FileFields.Items(item, "columns", refusals, column => new PaperColumn(Title(column), Kind(column), places.Text(column, "is", rows), column.Flag("sum") == true), required: true), Under(item, "empty"), when);
        }

        var each = places.List(item, "each", required: false);
        return kind switch
        {
            "facts" => new PaperFacts(Facts(item, "facts", refusals, places, each), each, when),
            "seals" => new PaperSeals(FileFields.Items(item, "places", refusals, place => new PaperSeal(Title(place), places.Text(place, "name", each)), required: true), each, when),
            _ => new PaperText((TextRole)Math.Max(0, Array.IndexOf(Roles, item.OneOf("role", Roles) ?? "body")), new(places.Text(item, "zh", each), places.Text(item, "en", each, required: false)), each, when),
        };
    }

    private static List<PaperFact> Facts(FieldReader reader, string key, List<Refusal> refusals, PaperPlaces places, string? each) =>
        FileFields.Items(reader, key, refusals, item => new PaperFact(Title(item), places.Text(item, "is", each), places.Whether(item, "when")), required: true);

    private static ColumnKind Kind(FieldReader column) => (ColumnKind)Math.Max(0, Array.IndexOf(Kinds, column.OneOf("kind", Kinds) ?? "text"));

    /// <summary>English may be left out of what is made in Chinese alone.</summary>
    private static Words Title(FieldReader item)
    {
        var zh = item.Text("zh", required: true) ?? "";
        return new(zh, item.Text("en") ?? zh);
    }

    private static Words Under(FieldReader item, string key)
    {
        if (item.Map(key, required: true) is not { } inner)
        {
            return Words.Same("");
        }

        var words = Title(inner);
        inner.Finish();
        return words;
    }
}
