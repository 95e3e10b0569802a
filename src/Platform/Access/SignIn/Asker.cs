using Microsoft.AspNetCore.Http;
using Zhirong.Platform.Access.Model;
using Zhirong.Platform.Storage;

namespace Zhirong.Platform.Access.SignIn;

/// <summary>Who asks, with what he was let in by and what he may.</summary>
internal sealed record Asker
{
    private static readonly object Place = new();

    public required Viewer Viewer { get; init; }

    public required string Login { get; init; }

    /// <summary>The organisation acted for; null where it is not there any more.</summary>
    public OrganisationFacts? Organisation { get; init; }

    public IReadOnlyList<string> Roles { get; init; } = [];

    public Grants Grants { get; init; } = Grants.None;

    public bool MustChange { get; init; }

    /// <summary>Null where a token or the server itself asks.</summary>
    public Guid? Session { get; init; }

    public Guid? Token { get; init; }

    /// <summary>What the token covers; null without a token.</summary>
    public Grants? Scopes { get; init; }

    public static Asker Of(HttpContext context) => (Asker)context.Items[Place]!;

    public void Keep(HttpContext context) => context.Items[Place] = this;
}
