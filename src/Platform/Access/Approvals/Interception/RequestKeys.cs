using Microsoft.AspNetCore.DataProtection;

namespace Zhirong.Platform.Access.Approvals.Interception;

/// <summary>Protects waiting requests that hold a secret, with keys beside the data.</summary>
internal sealed class RequestKeys(AccessSettings settings)
{
    private readonly Lazy<IDataProtector> protector = new(() =>
        DataProtectionProvider.Create(new DirectoryInfo(Path.Combine(settings.KeyFolder, "access")), options => options.SetApplicationName("zhirong")).CreateProtector("access.request"));

    public byte[] Protect(byte[] body) => protector.Value.Protect(body);

    /// <exception cref="System.Security.Cryptography.CryptographicException">The keys are not those it was protected with.</exception>
    public byte[] Unprotect(byte[] body) => protector.Value.Unprotect(body);
}
