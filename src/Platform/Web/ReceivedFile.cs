using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Zhirong.Platform.Web;

/// <summary>A file as it came in, laid aside on disk so that its size needs no memory; gone when done with.</summary>
public sealed class ReceivedFile : IDisposable
{
    private string? path;

    private ReceivedFile(string name) => Name = name;

    /// <summary>The name the browser gives it (<c>X-File-Name</c>); a dash where it gives none.</summary>
    public string Name { get; }

    /// <summary>Of its bytes, hex.</summary>
    public string Sha256 { get; private set; } = "";

    public long Size { get; private set; }

    /// <summary>It passed the limit and was not read to its end.</summary>
    public bool TooLarge { get; private set; }

    /// <summary>Its bytes, where it is small enough to be kept whole.</summary>
    public byte[]? Content { get; private set; }

    /// <summary>A file that is in memory.</summary>
    public static ReceivedFile Of(string name, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new(name) { Content = content, Size = content.Length, Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)) };
    }

    /// <param name="context">The request whose body is the file.</param>
    /// <param name="limit">Largest file; a longer body is cut off and reads as too large.</param>
    /// <param name="kept">Files up to this size are in memory as well.</param>
    public static async Task<ReceivedFile> Of(HttpContext context, long limit, long kept)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limit + 1;
        }

        var received = new ReceivedFile(NameOf(context)) { path = Path.GetTempFileName() };
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using (var file = File.Create(received.path))
        {
            var chunk = new byte[81920];
            int read;
            while (!received.TooLarge && (read = await context.Request.Body.ReadAsync(chunk, context.RequestAborted)) > 0)
            {
                await file.WriteAsync(chunk.AsMemory(0, read), context.RequestAborted);
                hash.AppendData(chunk, 0, read);
                received.Size += read;
                received.TooLarge = received.Size > limit;
            }
        }

        received.Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
        received.Content = !received.TooLarge && received.Size <= kept ? await File.ReadAllBytesAsync(received.path, context.RequestAborted) : null;
        return received;
    }

    /// <summary>The name a browser gives a file it sends.</summary>
    public static string NameOf(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var name = string.Concat(Uri.UnescapeDataString(context.Request.Headers["X-File-Name"].ToString()).Where(c => !char.IsControl(c) && c is not ('/' or '\\')));
        return name.Length is 0 or > 200 ? "—" : name;
    }

    public Stream Open() => Content is not null ? new MemoryStream(Content, writable: false) : File.OpenRead(path!);

    public void Dispose()
    {
        if (path is { } own)
        {
            File.Delete(own);
            path = null;
        }
    }
}
