using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Host;

/// <summary>Reads what the user names, <c>-</c> for standard input, never more than the limit.</summary>
internal static class InputFiles
{
    public static Result<byte[]> Read(string path, int limit = 4 * 1024 * 1024)
    {
        try
        {
            using var stream = path == "-" ? Console.OpenStandardInput() : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (stream.CanSeek && stream.Length > limit)
            {
                return DocRefusals.TooLarge(stream.Length, limit);
            }

            return ReadAll(stream, limit);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return DocRefusals.Missing(path, problem is FileNotFoundException or DirectoryNotFoundException ? "no such file" : problem.GetType().Name);
        }
    }

    private static Result<byte[]> ReadAll(Stream stream, int limit)
    {
        using var memory = new MemoryStream(stream.CanSeek ? (int)stream.Length : 0);
        var chunk = new byte[81920];
        int read;
        while ((read = stream.Read(chunk)) > 0)
        {
            memory.Write(chunk, 0, read);
            if (memory.Length > limit)
            {
                return DocRefusals.TooLarge(memory.Length, limit);
            }
        }

        return memory.Capacity == memory.Length ? memory.GetBuffer() : memory.ToArray();
    }
}
