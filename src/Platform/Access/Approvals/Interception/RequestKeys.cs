using Microsoft.AspNetCore.DataProtection;

namespace Zhirong.Platform.Access.Approvals.Interception;

/// <summary>Protects waiting requests that hold a secret, with keys beside the data.</summary>
internal sealed class RequestKeys(AccessSettings settings)
{
    private const string Mark = "protected:";

    private readonly Lazy<IDataProtector> protector = new(() =>
        DataProtectionProvider.Create(new DirectoryInfo(Path.Combine(settings.KeyFolder, "access")), options => options.SetApplicationName("zhirong")).CreateProtector("access.request"));

    public byte[] Protect(byte[] body) => protector.Value.Protect(body);

    /// <summary>An answer as it is kept: protected where it holds a secret.</summary>
    public string Kept(string answer) => ShownFields.HasSecret(answer) ? Mark + Convert.ToBase64String(Protect(System.Text.Encoding.UTF8.GetBytes(answer))) : answer;

    /// <summary>A kept answer for a reader: what was protected is for whoever began the case, and for nobody else.</summary>
    public string? Shown(string? answer, bool initiator) => answer is null || !answer.StartsWith(Mark, StringComparison.Ordinal) ? answer
        : initiator ? System.Text.Encoding.UTF8.GetString(Unprotect(Convert.FromBase64String(answer[Mark.Length..]))) : null;

    /// <exception cref="System.Security.Cryptography.CryptographicException">The keys are not those it was protected with.</exception>
    public byte[] Unprotect(byte[] body) => protector.Value.Unprotect(body);
}
