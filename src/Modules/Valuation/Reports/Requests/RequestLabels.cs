using System.Globalization;
using System.Text.RegularExpressions;
using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Groups;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Valuation.Reports.Requests;

/// <summary>Paths and sentences of an appraisal in words: ids become the titles they stand for.</summary>
internal sealed partial class RequestLabels(GroupCase of, Wording wording)
{
    /// <summary>收入分成法 · 分成率 · 评分 · 法律状态.</summary>
    public string Of(string path)
    {
        var parts = path.Split('.');
        var said = new List<string>();
        for (var i = 0; i < parts.Length; i++)
        {
            var before = i == 0 ? "" : parts[i - 1];
            if (parts[i] is "methods" or "rights" && i + 1 < parts.Length)
            {
                continue;
            }

            said.Add(before == "methods" || before == "weights" ? Method(parts[i]) : before == "rights" ? Right(parts[i]) : before == "not_used" ? Approach(parts[i]) : (before, parts[i]) is ("share" or "discount", "rate") ? wording.T("取值", "value") : Word(parts[i]));
        }

        return string.Join(" · ", said.Where(s => s.Length > 0));
    }

    /// <summary>The title of a method; with its id where two runs of one method stand side by side.</summary>
    public string Method(string id)
    {
        if (of.Methods.FirstOrDefault(m => m.Id == id) is not { } method)
        {
            return id;
        }

        var title = wording.T(method.Method.Title());
        return of.Methods.Count(m => m.Method == method.Method) > 1 ? wording.T($"{title}（{id}）", $"{title} ({id})") : title;
    }

    /// <summary>A number as written with its thousands apart; a closed word in words; anything else as it is.</summary>
    public string Value(string key, string text)
    {
        if ((RequestWords.Value(key, text) ?? (key == "method" ? Methods.Read(text)?.Title() : null)) is { } words)
        {
            return wording.T(words);
        }

        return key is not ("id" or "number" or "year" or "first_year" or "seed") && Number().IsMatch(text) && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("#,##0.############", CultureInfo.InvariantCulture)
            : key is "pick" or "method" ? Method(text) : Wording.Plain(text);
    }

    /// <summary>Parameter files with their versions, their names in the language.</summary>
    public static string Parameters(string versions, Wording wording) => Wording.Plain(wording.En ? versions : versions.Replace("royalties", "分成率表", StringComparison.Ordinal).Replace("share card", "分成率评分表", StringComparison.Ordinal)
        .Replace("risk card", "风险评分表", StringComparison.Ordinal).Replace("presets", "方法预设", StringComparison.Ordinal).Replace("policy", "评估政策", StringComparison.Ordinal).Replace(", ", "，", StringComparison.Ordinal));

    /// <summary>A formula whose figures have at most six decimals.</summary>
    public static string Formula(string formula) => Wording.Plain(Long().Replace(formula, match =>
        Engine.Basics.Rounding.Decimals(decimal.Parse(match.Value, NumberStyles.Number, CultureInfo.InvariantCulture), 6).ToString("0.######", CultureInfo.InvariantCulture)));

    /// <summary>A sentence whose paths and words of files are replaced by their titles.</summary>
    public string Spoken(string sentence) => Code().Replace(sentence, match => match.Value.Contains('.', StringComparison.Ordinal) || match.Value.Contains('_', StringComparison.Ordinal) || !wording.En
        ? Title(match.Value) : match.Value);

    private string Title(string code)
    {
        if (code.Contains('.', StringComparison.Ordinal))
        {
            return RequestWords.Key(code.Split('.')[0]) is null ? code : Of(code);
        }

        return Methods.Read(code) is { } method ? wording.T(method.Title())
            : code.Contains('_', StringComparison.Ordinal) || !wording.En ? (RequestWords.Word(code) ?? RequestWords.Key(code)) is { } words ? wording.T(words) : code : code;
    }

    private string Word(string key) => RequestWords.Key(key) is { } words ? wording.T(words) : key;

    private string Right(string id) => of.Group.Rights.FirstOrDefault(r => r.Id == id) is { } right ? right.Number.Length > 0 ? right.Number : wording.T(right.Title) : Word(id);

    private string Approach(string word) => word switch
    {
        "income" => wording.T(Methods.Title(Engine.Appraisal.Facts.Approach.Income)),
        "cost" => wording.T(Methods.Title(Engine.Appraisal.Facts.Approach.Cost)),
        "market" => wording.T(Methods.Title(Engine.Appraisal.Facts.Approach.Market)),
        _ => word,
    };

    [GeneratedRegex(@"\d{1,18}\.\d{7,12}")]
    private static partial Regex Long();

    [GeneratedRegex(@"^-?\d{1,18}(\.\d+)?$")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<![A-Za-z0-9_.])[a-z][a-z0-9_]*(\.[A-Za-z0-9_/-]+)*(?![A-Za-z0-9_])")]
    private static partial Regex Code();
}
