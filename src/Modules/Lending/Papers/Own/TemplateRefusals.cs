using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Papers.Templates;

namespace Zhirong.Modules.Lending.Papers.Own;

/// <summary>The numbered refusals of an organisation's own templates: LEN-150x.</summary>
internal static class TemplateRefusals
{
    public static Refusal Written(string path, string found, string field, PlaceMeaning meaning) => LendingRefusals.Make("LEN-1501", path, found, Words.Same(string.Join(" | ", meaning.Places(field))), new($"“{meaning.Title.Zh}”不能这样写", $"“{meaning.Title.En}” cannot be written like this"));

    public static Refusal Sum(string path, string found) => LendingRefusals.Make("LEN-1502", path, found.Length == 0 ? "—" : found, new("只有一个金额字段的列", "a column that is one amount and nothing else"), new("这一列不能合计", "This column cannot be summed"));

    public static Refusal Days(string found, DateOnly from) => LendingRefusals.Make("LEN-1503", "effective.until", found, Words.Same($"≥ {from:yyyy-MM-dd}"), new("截止日早于生效日", "The last day lies before the first"));

    public static Refusal Code(string found, string code) => LendingRefusals.Make("LEN-1504", "text.id", found, Words.Same(code), new("模板文本的标识与所保存的模板不同", "The text is of another template"));

    public static Refusal Version(string found) => LendingRefusals.Make("LEN-1505", "text.version", found, new("尚未使用的版本号", "a version not used yet"), new("这个版本号已有文本", "There is a text with this version already"));

    public static Refusal Start(string found, DateOnly today) => LendingRefusals.Make("LEN-1506", "text.effective.from", found, Words.Same($"≥ {today:yyyy-MM-dd}"), new("生效日须写明，且不早于今天", "The first day in force has to be stated and may not lie in the past"));

    public static Refusal About(string found, string about) => LendingRefusals.Make("LEN-1507", "text.about", found, Words.Same(about), new("模板不能改为另一种记录的文件：已生成的文件仍挂在原记录上", "A template cannot become one of another kind of record: what was made by it belongs to that kind"));

    public static Refusal English(string path, string found) => LendingRefusals.Make("LEN-1508", path, found, new("英文（en），或不设 english: true", "English (en), or no english: true"), new("声明有英文的模板缺少英文", "A template that says it is there in English lacks a text in it"));

    public static Refusal Unchanged(string found) => LendingRefusals.Make("LEN-1509", "text", found, new("与所修改的版本不同的文本", "a text that differs from the version it started from"), new("除版本号与日期外没有任何改动", "Nothing is changed but number and days"));
}
