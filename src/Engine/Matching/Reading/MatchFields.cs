using System.Text.RegularExpressions;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Matching.Analysis;
using Zhirong.Engine.Matching.Parameters;

namespace Zhirong.Engine.Matching.Reading;

/// <summary>What only the files of matching ask for.</summary>
internal static partial class MatchFields
{
    /// <summary>Longest text of one field.</summary>
    public const int LongestText = 50_000;

    /// <summary>A text up to a length (MAT-0103); absent gives an empty one.</summary>
    public static string Text(FieldReader reader, string key, List<Refusal> refusals, int most = LongestText)
    {
        var text = reader.Text(key) ?? "";
        if (text.Length > most)
        {
            var node = reader.Node(key)!;
            refusals.Add(MatchRefusals.TooLong(reader.Join(key), text.Length, most).At(node.Line, node.Column));
        }

        return text;
    }

    public static List<string> Texts(FieldReader reader, string key, List<Refusal> refusals, int most = 1000, bool required = false)
    {
        var nodes = reader.List(key, required);
        if (nodes.Count > most)
        {
            refusals.Add(FieldRefusals.Type(reader.Join(key), reader.Node(key)!, new($"至多 {most} 项", $"at most {most} items")));
            return [];
        }

        var made = new List<string>();
        for (var i = 0; i < nodes.Count; i++)
        {
            var path = $"{reader.Join(key)}.{i}";
            if (reader.TextOf(nodes[i], path) is { } text)
            {
                made.Add(text);
                if (text.Length > 200)
                {
                    refusals.Add(MatchRefusals.TooLong(path, text.Length, 200).At(nodes[i].Line, nodes[i].Column));
                }
            }
        }

        return made;
    }

    /// <summary>Texts that each have to be one of the words.</summary>
    public static List<string> WordsOf(FieldReader reader, string key, IReadOnlyList<string> words, List<Refusal> refusals)
    {
        var (made, nodes) = (new List<string>(), reader.List(key));
        for (var i = 0; i < nodes.Count; i++)
        {
            var path = $"{reader.Join(key)}.{i}";
            if (reader.TextOf(nodes[i], path) is { } text)
            {
                made.Add(text);
                if (!words.Contains(text))
                {
                    refusals.Add(FieldRefusals.NotOneOf(path, nodes[i], text, words));
                }
            }
        }

        return made;
    }

    /// <summary>IPC symbols in any spelling (MAT-0102), and classes of Locarno, left as they are.</summary>
    public static (List<IpcSymbol> Ipc, List<string> Locarno) Symbols(FieldReader reader, string key, List<Refusal> refusals)
    {
        var (ipc, locarno, nodes) = (new List<IpcSymbol>(), new List<string>(), reader.List(key));
        for (var i = 0; i < nodes.Count; i++)
        {
            var path = $"{reader.Join(key)}.{i}";
            if (reader.TextOf(nodes[i], path) is not { } text)
            {
                continue;
            }

            if (IpcSymbol.Of(text) is { } symbol)
            {
                ipc.Add(symbol);
            }
            else if (Locarno().IsMatch(text.Trim()))
            {
                locarno.Add(text.Trim());
            }
            else
            {
                refusals.Add(MatchRefusals.NoSymbol(path, text).At(nodes[i].Line, nodes[i].Column));
            }
        }

        return ([.. ipc.Distinct()], locarno);
    }

    public static DataOrigin Origin(FieldReader root, List<Refusal> refusals)
    {
        var (id, version) = (FileFields.Id(root, refusals), root.Text("version", required: true) ?? "");
        var (dated, source) = (root.Date("dated", required: true) ?? default, root.Text("source", required: true) ?? "");
        _ = root.Required("verified");
        var made = new DataOrigin($"{id}/{version}", dated, source, root.Flag("verified") ?? false, Words.Same(""));
        if (root.Map("statement", required: true) is { } statement)
        {
            made = made with { Statement = FileFields.Title(statement, "") };
            statement.Finish();
        }

        return made;
    }

    [GeneratedRegex(@"\A[0-9]{2}-[0-9]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Locarno();
}
