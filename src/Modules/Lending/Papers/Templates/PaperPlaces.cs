using System.Text.RegularExpressions;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Modules.Lending.Papers.Own;

namespace Zhirong.Modules.Lending.Papers.Templates;

/// <summary>Places in a template's words, held against the fields a record has.</summary>
/// <param name="subject">Null where the template does not say what it is of; nothing is held against it then.</param>
/// <param name="english">Whether every text has to be there in English as well.</param>
internal sealed partial class PaperPlaces(PaperSubject? subject, bool english, List<Refusal> refusals)
{
    public static IReadOnlyList<string> Formats { get; } = ["money", "capital", "percent", "day"];

    /// <summary>A place: <c>{field}</c> or <c>{field|format}</c>.</summary>
    [GeneratedRegex(@"\{(?<field>[a-z0-9_]+)(\|(?<format>[a-z]+))?\}")]
    public static partial Regex Place();

    /// <summary>A text whose places are fields of the record, or of the list's items where it stands for each of them.</summary>
    public string Text(FieldReader item, string key, string? list, bool required = true)
    {
        var text = item.Text(key, required) ?? "";
        if (subject is null)
        {
            return text;
        }

        foreach (Match place in Place().Matches(text))
        {
            var (field, format) = (place.Groups["field"].Value, place.Groups["format"]);
            if (!subject.Fields.Contains(field) && !(list is not null && subject.Lists.TryGetValue(list, out var fields) && fields.Contains(field)))
            {
                Add(item, key, PaperRefusals.Field(item.Join(key), field, list is null ? subject.Fields : [.. subject.Lists.GetValueOrDefault(list, []), .. subject.Fields]));
            }

            if (format.Success && !Formats.Contains(format.Value))
            {
                Add(item, key, PaperRefusals.Format(item.Join(key), format.Value, Formats));
            }
            else if (format.Success && Meaning(list, field) is { } meaning && !meaning.Formats.Contains(format.Value))
            {
                Add(item, key, TemplateRefusals.Written(item.Join(key), place.Value, field, meaning));
            }
        }

        if (Place().Replace(text, "").AsSpan().IndexOfAny('{', '}') >= 0)
        {
            Add(item, key, PaperRefusals.Brace(item.Join(key), text));
        }

        return text;
    }

    /// <summary>A title; English may be left out of what is made in Chinese alone.</summary>
    public Words Title(FieldReader item)
    {
        var (zh, en) = (item.Text("zh", required: true) ?? "", item.Text("en"));
        if (english && en is null)
        {
            Add(item, "en", TemplateRefusals.English(item.Join("en"), zh));
        }

        return new(zh, en ?? zh);
    }

    /// <summary>A text with places in both languages.</summary>
    public Words Both(FieldReader item, string? list)
    {
        var (zh, there) = (Text(item, "zh", list), item.Node("en") is not null);
        if (english && !there)
        {
            Add(item, "en", TemplateRefusals.English(item.Join("en"), zh));
        }

        return new(zh, Text(item, "en", list, required: false));
    }

    /// <summary>A list of the record; null where none is named.</summary>
    public string? List(FieldReader item, string key, bool required)
    {
        var name = item.Text(key, required);
        if (name is not null && subject is not null && !subject.Lists.ContainsKey(name))
        {
            Add(item, key, PaperRefusals.List(item.Join(key), name, [.. subject.Lists.Keys]));
        }

        return name;
    }

    /// <summary>A field or list that must be there, or with <c>!</c> must not.</summary>
    public string? Whether(FieldReader item, string key)
    {
        var name = item.Text(key);
        if (name?.TrimStart('!') is { } field && subject is not null && !subject.Fields.Contains(field) && !subject.Lists.ContainsKey(field))
        {
            Add(item, key, PaperRefusals.Field(item.Join(key), field, [.. subject.Fields, .. subject.Lists.Keys]));
        }

        return name;
    }

    /// <summary>A column can be summed where it is one amount and nothing else.</summary>
    public bool Sum(FieldReader column, string list, string text)
    {
        var sum = column.Flag("sum") == true;
        if (sum && subject is not null && (Place().Match(text) is not { Success: true } place || place.Length != text.Length || Meaning(list, place.Groups["field"].Value) is { Kind: not "money" }))
        {
            Add(column, "sum", TemplateRefusals.Sum(column.Join("sum"), text));
        }

        return sum;
    }

    /// <summary>What the field a place names says; null where there is no such field.</summary>
    private PlaceMeaning? Meaning(string? list, string field) =>
        list is not null && subject!.Lists.TryGetValue(list, out var fields) && fields.Contains(field) ? PlaceMeanings.Of(list, field) : subject!.Fields.Contains(field) ? PlaceMeanings.Of(null, field) : null;

    private void Add(FieldReader item, string key, Refusal refusal)
    {
        var node = item.Node(key);
        refusals.Add(refusal.At(node?.Line ?? item.Line, node?.Column ?? item.Column));
    }
}
