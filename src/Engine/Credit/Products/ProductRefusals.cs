using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Credit.Products;

/// <summary>The numbered refusals of product files (CRED-06xx).</summary>
internal static class ProductRefusals
{
    public static Refusal Backwards(string path, string found, string start) => Make("CRED-0601", path, found, Words.Same($"≥ {start}"), new("上限小于下限", "The end lies before its beginning"));

    public static Refusal OneOfTwo(string path, string found) => Make("CRED-0602", path, found, Words.Same("rate | amount"), new("费用按比例或按金额，写且只写一个", "A fee is a rate or an amount, one of them"));

    public static Refusal AboveOne(string path, string found) => Make("CRED-0603", path, found, new("不超过 1，或写明 above_one: true", "at most 1, or above_one: true"), new("质押率超过 100% 的产品须写明可以超过，并在审批时指明增信方与批准人", "A pledge rate above 100 % has to be allowed by name; support and approver are named when it is granted"));

    private static Refusal Make(string code, string path, string found, Words expected, Words message) => new() { Code = code, Path = path, Found = found, Expected = expected, Message = message };
}
