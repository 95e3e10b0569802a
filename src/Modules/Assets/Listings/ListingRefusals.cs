using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Assets.Listings;

/// <summary>The numbered refusals of listed rights, beside those of the engine (MAT).</summary>
internal static class ListingRefusals
{
    public static Refusal Size(long found) => Make("AST-0501", "", $"{found}", Words.Same($"1 … {TakeListings.Limit}"), new("文件为空或过大", "The file is empty or too large"));

    public static Refusal There(string name) => Make("AST-0502", "", name, new("尚未导入过的文件", "a file not taken in before"), new("这份挂牌清单已导入", "This file of listings was taken in already"));

    public static Refusal Chosen(string found) => Make("AST-0503", "listings", found, new("本次匹配列出的权利，1 到 200 项", "1 to 200 rights that this match lists"), new("所选权利不在匹配结果中", "What is chosen is not among what matches"));

    public static Refusal Top(int found) => Make("AST-0504", "top", $"{found}", Words.Same("1 … 100"), new("显示项数不在允许范围内", "So many cannot be shown"));

    private static Refusal Make(string code, string path, string found, Words expected, Words message) => new() { Code = code, Path = path, Found = found, Expected = expected, Message = message };
}
