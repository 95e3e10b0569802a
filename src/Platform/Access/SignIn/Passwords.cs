using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Storage;

namespace Zhirong.Platform.Access.SignIn;

/// <summary>Hashes and checks passwords with ASP.NET Core Identity (PBKDF2, SHA-512); made outside the commit queue, a few at a time.</summary>
internal sealed class Passwords : IDisposable
{
    public const int Shortest = 10;
    public const int Longest = 128;

    private readonly PasswordHasher<object> hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));
    private readonly PasswordHasher<object> known = new(Options.Create(new PasswordHasherOptions { IterationCount = 1 }));
    private readonly SemaphoreSlim places = new(Math.Max(1, Environment.ProcessorCount));
    private readonly Lazy<string> nobody;

    public Passwords() => nobody = new(() => hasher.HashPassword(this, Secrets.New()));

    public Task<string> Hash(string password) => InPlace(() => hasher.HashPassword(this, password));

    /// <summary>Of a password that stands on the sign-in page for all to read: there is nothing a slow hash could guard.</summary>
    public string HashKnown(string password) => known.HashPassword(this, password);

    /// <summary>Whether it is the password; takes as long where there is no hash.</summary>
    public Task<bool> Verify(string? hash, string password) => InPlace(() =>
        password.Length <= Longest && hasher.VerifyHashedPassword(this, hash ?? nobody.Value, password) != PasswordVerificationResult.Failed && hash is not null);

    /// <summary>Why a password cannot be taken; null where it can.</summary>
    public static Refusal? Fault(string path, string password, string login)
    {
        var kinds = (password.Any(char.IsAsciiLetterLower) ? 1 : 0) + (password.Any(char.IsAsciiLetterUpper) ? 1 : 0) + (password.Any(char.IsAsciiDigit) ? 1 : 0) + (password.Any(c => !char.IsAsciiLetterOrDigit(c)) ? 1 : 0);
        return password.Length is < Shortest or > Longest || kinds < 3 || password.Contains(login, StringComparison.OrdinalIgnoreCase) || password.Distinct().Count() < 6
            ? SignInRefusals.Weak(path)
            : null;
    }

    public void Dispose() => places.Dispose();

    private async Task<T> InPlace<T>(Func<T> work)
    {
        await places.WaitAsync();
        try
        {
            return await Task.Run(work);
        }
        finally
        {
            places.Release();
        }
    }
}

/// <summary>Wrong passwords and codes in a row close an account for a while.</summary>
internal static class Lockout
{
    public const int Most = 5;

    public static readonly TimeSpan For = TimeSpan.FromMinutes(15);

    /// <summary>Counts a wrong one; true when it was the one that locks.</summary>
    public static bool Count(User user, long now)
    {
        user.Failed++;
        if (user.Failed < Most)
        {
            return false;
        }

        (user.Failed, user.LockedUntil) = (0, now + (For.Ticks / TimeSpan.TicksPerMicrosecond));
        return true;
    }

    public static bool Holds(User user, long now) => user.LockedUntil > now;
}
