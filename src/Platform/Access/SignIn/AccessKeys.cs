using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Zhirong.Platform.Access.SignIn;

/// <summary>The installation's secrets beside the data, never in it: what second factors are protected with, and what prints of identity numbers are made with.</summary>
internal sealed class AccessKeys
{
    private readonly Lazy<IDataProtector> protector;
    private readonly Lazy<byte[]> prints;

    public AccessKeys(AccessSettings settings)
    {
        protector = new(() => DataProtectionProvider.Create(Folder(Path.Combine(settings.KeyFolder, "access")), options => options.SetApplicationName("zhirong")).CreateProtector("access.totp"));
        prints = new(() => PrintKey(Path.Combine(Folder(Path.Combine(settings.KeyFolder, "access")).FullName, "identity.key")));
    }

    /// <summary>Key of the prints of identity numbers.</summary>
    public byte[] Prints => prints.Value;

    public string Protect(string secret) => protector.Value.Protect(secret);

    /// <summary>Null where the keys are not those it was protected with.</summary>
    public string? Unprotect(string secret)
    {
        try
        {
            return protector.Value.Unprotect(secret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static DirectoryInfo Folder(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    private static byte[] PrintKey(string file)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var stream = new FileStream(file, options);
            stream.Write(RandomNumberGenerator.GetBytes(32));
            stream.Flush(flushToDisk: true);
        }
        catch (IOException) when (File.Exists(file))
        {
            // There already, also where another server was faster.
        }

        return File.ReadAllBytes(file);
    }
}
