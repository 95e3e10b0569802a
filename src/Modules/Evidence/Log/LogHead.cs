using Zhirong.Engine.Basics;
using Zhirong.Engine.Proof;

namespace Zhirong.Modules.Evidence.Log;

/// <summary>
/// The last checkpoint that was signed, kept beside the keys as <c>head-LOG.json</c>: whoever can change the database but not this
/// folder cannot make the log forget what it has signed.
/// </summary>
internal static class LogHead
{
    public static string FileOf(string keys, LogIdentity log) => Path.Combine(keys, $"head-{log.Origin[LogIdentity.OriginPrefix.Length..]}.json");

    /// <summary>Null when none was kept yet; refused when what was kept is no checkpoint of this log, signed by its keys.</summary>
    public static Result<SignedCheckpoint?> Read(string keys, LogIdentity log)
    {
        var file = FileOf(keys, log);
        if (!File.Exists(file))
        {
            return Result<SignedCheckpoint?>.Of(null);
        }

        var read = SignedCheckpoint.Read(File.ReadAllBytes(file));
        return read.Ok && read.Value.Checkpoint.Origin == log.Origin && log.Keys.All(read.Value.IsSignedBy)
            ? Result<SignedCheckpoint?>.Of(read.Value)
            : EvidenceRefusals.Stopped(file, read.Ok ? read.Value.Checkpoint.Origin : read.Refusals[0].Code, new("本日志签名的检查点", "a checkpoint signed by this log"));
    }

    public static void Write(string keys, LogIdentity log, SignedCheckpoint head) => WholeFile.Write(FileOf(keys, log), head.ToBytes(), replace: true);
}

/// <summary>Files of the key folder: readable by their owner only, there as a whole or not at all.</summary>
internal static class WholeFile
{
    /// <exception cref="IOException">The file is there and must not be replaced.</exception>
    public static void Write(string file, byte[] bytes, bool replace)
    {
        var part = $"{file}.{Guid.NewGuid():N}.part";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            using (var stream = new FileStream(part, options))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            File.Move(part, file, replace);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }
}
