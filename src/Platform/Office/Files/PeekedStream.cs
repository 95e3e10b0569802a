using System.Security.Cryptography;

namespace Zhirong.Platform.Office.Files;

/// <summary>A stream whose first bytes were looked at and are given again; what it wraps need not be seekable.</summary>
public sealed class PeekedStream : Stream
{
    /// <summary>How much is looked at to tell format and encoding.</summary>
    public const int Window = 64 * 1024;

    private readonly Stream rest;
    private readonly byte[] first;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private int given;

    public PeekedStream(Stream stream)
    {
        rest = stream;
        var buffer = new byte[Window];
        var length = stream.ReadAtLeast(buffer, Window, throwOnEndOfStream: false);
        first = buffer.Length == length ? buffer : buffer[..length];
    }

    public ReadOnlySpan<byte> First => first;

    /// <summary>Whether the first bytes are the whole file.</summary>
    public bool Short => first.Length < Window;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var length = given < first.Length ? Math.Min(buffer.Length, first.Length - given) : rest.Read(buffer);
        if (given < first.Length)
        {
            first.AsSpan(given, length).CopyTo(buffer);
            given += length;
        }

        hash.AppendData(buffer[..length]);
        return length;
    }

    /// <summary>An id for what was read so far, for files that have none: the SHA-256 cut to the length of an id.</summary>
    public string Id(int length) => Convert.ToHexStringLower(hash.GetCurrentHash())[..length];

    /// <summary>Everything, when it is at most so long; else a fault.</summary>
    public byte[] All(int limit)
    {
        using var all = new MemoryStream();
        var buffer = new byte[Window];
        for (int length; (length = Read(buffer)) > 0;)
        {
            if (all.Length + length > limit)
            {
                throw FileFaultException.TooLarge(limit, new("字节", "bytes"));
            }

            all.Write(buffer, 0, length);
        }

        return all.ToArray();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            hash.Dispose();
        }

        base.Dispose(disposing);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
