using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Evidence;

/// <summary>The numbered refusals of the evidence room; those of files stand in the engine (EVD-02xx).</summary>
public static class EvidenceRefusals
{
    public const string NoCheckpointCode = "EVD-0103";

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

    private static Refusal Make(string code, string path, string found, Words expected, Words message) => new()
    {
        Code = code,
        Path = path,
        Found = found,
        Expected = expected,
        Message = message,
    };
}
