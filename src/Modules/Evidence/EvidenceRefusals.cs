using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Evidence;

/// <summary>The numbered refusals of the evidence room; those of files stand in the engine (EVD-02xx).</summary>
public static class EvidenceRefusals
{
    public const string NoCheckpointCode = "EVD-0103";
    public const string StoppedCode = "EVD-0107";

    internal static Refusal Key(string file) => Make("EVD-0101", file, "—", new("64 位小写十六进制的私钥", "a private key in 64 lower-case hexadecimal characters"),
        new("存证日志的密钥文件不能用", "The key file of the evidence log cannot be used"));

    internal static Refusal OtherKeys(string found, string expected) => Make("EVD-0102", "keys", found, Words.Same(expected),
        new("密钥与本日志不符；请放回原密钥文件", "The keys are not this log's; put its key files back"));

    internal static Refusal NoCheckpoint(Guid leaf) => Make(NoCheckpointCode, "id", $"{leaf}", new("已入检查点的存证", "evidence under a checkpoint"),
        new("尚无检查点覆盖这条存证，请稍后再试", "No checkpoint covers this evidence yet; try again in a moment"));

    internal static Refusal Size(string name, long found, long size) => Make("EVD-0104", name, $"{found}", Words.Same($"1 … {size}"),
        new("没有这个规模的检查点", "There is no checkpoint of this size"));

    internal static Refusal Erased(Guid leaf) => Make("EVD-0105", "id", $"{leaf}", new("尚有内容的存证", "evidence that still has its content"),
        new("内容已删除", "The content is erased already"));

    internal static Refusal Reason(int length) => Make("EVD-0106", "reason", $"{length}", new("1 到 500 个字符", "1 to 500 characters"),
        new("请说明理由", "A reason is needed"));

    /// <summary>What the database holds is not what was signed, so that nothing more is signed over it.</summary>
    internal static Refusal Stopped(string path, string found, Words expected) => Make(StoppedCode, path, found, expected,
        new("存证日志与已签名的状态不符，已停止签名；请运行 db verify 并核查数据库", "The evidence log is not what was signed and signing has stopped; run db verify and look into the database"));

    internal static Refusal Kept(string happened) => Make("EVD-0108", "id", happened, new("不属于会计凭证的存证", "evidence that is no part of the vouchers"),
        new("账务凭证的存证内容须保存，不能删除", "The content belongs to the vouchers of the books, which must be kept"));

    internal static Refusal NotFounded() => Make("EVD-0109", "log", "—", new("已建立的存证日志", "a log that has been founded"),
        new("存证日志尚未建立，无法核对", "The evidence log has not been founded yet, so there is nothing to check against"));

    private static Refusal Make(string code, string path, string found, Words expected, Words message) => new()
    {
        Code = code,
        Path = path,
        Found = found,
        Expected = expected,
        Message = message,
    };
}
