using System.Text.RegularExpressions;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Modules.Ledger.Model;

namespace Zhirong.Modules.Ledger.Charts;

/// <summary>Reads a chart of accounts (<c>zhirong/chart/v1</c>, YAML or JSON); every refusal names the account by its code.</summary>
public static partial class ChartReader
{
    public const string Schema = "zhirong/chart/v1";

    /// <summary>Longest name of an account, in characters.</summary>
    public const int LongestName = 100;

    /// <summary>Longest code of an account, in characters.</summary>
    public const int LongestCode = 64;

    /// <summary>Most accounts of a chart.</summary>
    public const int MostAccounts = 2_000;

    public static Result<Chart> Read(ReadOnlyMemory<byte> file)
    {
        var document = DocReader.Read(file);
        return document.Ok ? Read(document.Value) : Result<Chart>.Refused(document.Refusals);
    }

    public static Result<Chart> Read(DocNode document)
    {
        var refusals = new List<Refusal>();
        if (FieldReader.Open(document, "", refusals) is not { } root)
        {
            return Result<Chart>.Refused(refusals);
        }

        if (root.Text("schema", required: true) is { } schema && schema != Schema)
        {
            refusals.Add(ChartRefusals.Schema("schema", schema).At(root.Line, root.Column));
        }

        var chart = new Chart
        {
            Kind = (BookKind)Word(root, "kind", BookWords.Kinds),
            Zh = Name(root, "zh", refusals),
            En = Name(root, "en", refusals),
            Version = root.Whole("version", 1, 10_000, required: true) ?? 1,
            Dated = root.Date("dated", required: true) ?? default,
            Source = Source(root, refusals),
            Origin = root.Text("origin", required: true) ?? "",
            Accounts = Accounts(root, refusals),
        };
        root.Finish();
        return refusals.Count == 0 ? chart : Result<Chart>.Refused(refusals);
    }

    private static Words Source(FieldReader root, List<Refusal> refusals)
    {
        if (root.Map("source", required: true) is not { } source)
        {
            return default;
        }

        var words = new Words(Name(source, "zh", refusals), Name(source, "en", refusals));
        source.Finish();
        return words;
    }

    private static List<ChartAccount> Accounts(FieldReader root, List<Refusal> refusals)
    {
        var nodes = root.List("accounts", required: true);
        if (root.Has("accounts") && nodes.Count is 0 or > MostAccounts)
        {
            refusals.Add(FieldRefusals.Type("accounts", root.Node("accounts")!, new($"1 到 {MostAccounts} 个科目", $"1 to {MostAccounts} accounts")));
            return [];
        }

        var accounts = new List<ChartAccount>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (n, node) in nodes.Index())
        {
            if (FieldReader.Open(node, Path(node, n), refusals) is not { } item)
            {
                continue;
            }

            var account = Account(item, refusals);
            if (account.Code.Length > 0 && !lines.TryAdd(account.Code, node.Line))
            {
                refusals.Add(ChartRefusals.Twice($"accounts[{n}].code", account.Code, lines[account.Code]).At(node.Line, node.Column));
            }

            accounts.Add(account);
        }

        return accounts;
    }

    /// <summary>By its code when it has a good one, else by its place.</summary>
    private static string Path(DocNode node, int index) =>
        node is DocMap map && map["code"] is DocScalar { Text: var code } && CodeShape().IsMatch(code) ? $"accounts.{code}" : $"accounts[{index}]";

    private static ChartAccount Account(FieldReader item, List<Refusal> refusals)
    {
        var code = item.Text("code", required: true) ?? "";
        if (code.Length > 0 && (code.Length > LongestCode || !CodeShape().IsMatch(code)))
        {
            refusals.Add(ChartRefusals.Code(item.Join("code"), code.Length <= 60 ? code : code[..60]).At(item.Line, item.Column));
        }

        var account = new ChartAccount
        {
            Code = code,
            Zh = Name(item, "zh", refusals),
            En = Name(item, "en", refusals),
            Class = (AccountClass)Word(item, "class", BookWords.Classes),
            Normal = (Side)Word(item, "normal", BookWords.Sides),
            Contra = item.Flag("contra") ?? false,
            Rule = item.OneOf("rule", BookWords.Rules) is { } rule ? (AccountRule)BookWords.Rules.ToList().IndexOf(rule) : AccountRule.None,
            Limit = item.Money("limit"),
        };
        Fits(account, item, refusals);
        item.Finish();
        return account;
    }

    private static void Fits(ChartAccount account, FieldReader item, List<Refusal> refusals)
    {
        if (account.Class.Grows() is { } grows && item.Has("class") && item.Has("normal"))
        {
            var expected = account.Contra ? grows.Other() : grows;
            if (account.Normal != expected)
            {
                refusals.Add((account.Contra ? ChartRefusals.Contra(item.Join("contra")) : ChartRefusals.Side(item.Join("normal"), account.Normal.Word(), expected.Word())).At(item.Line, item.Column));
            }
        }
        else if (account.Contra)
        {
            refusals.Add(ChartRefusals.Contra(item.Join("contra")).At(item.Line, item.Column));
        }

        var limited = account.Rule == AccountRule.Limit;
        if (limited != item.Has("limit"))
        {
            refusals.Add(ChartRefusals.Limit(item.Join("limit"), account.Limit?.ToString() ?? "—", limited).At(item.Line, item.Column));
        }
    }

    private static int Word(FieldReader reader, string key, IReadOnlyList<string> words) =>
        reader.OneOf(key, words, required: true) is { } word ? words.ToList().IndexOf(word) : 0;

    private static string Name(FieldReader reader, string key, List<Refusal> refusals)
    {
        var name = reader.Text(key, required: true) ?? "";
        if (reader.Has(key) && name.Length is 0 or > LongestName)
        {
            refusals.Add(ChartRefusals.Length(reader.Join(key), name.Length, LongestName).At(reader.Line, reader.Column));
        }

        return name;
    }

    [GeneratedRegex(@"^[1-9][0-9]{3,9}(\.[\p{L}\p{Nd}_-]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodeShape();
}
