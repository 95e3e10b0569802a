using Zhirong.Platform.Storage;

namespace Zhirong.Platform.Access.Storage;

/// <summary>机构: whoever signs in together; a natural person is one by himself.</summary>
internal sealed class Organisation : IVersioned
{
    public required Guid Id { get; init; }

    public int Version { get; set; }

    /// <summary>统一社会信用代码; null for a natural person, and where it is not known.</summary>
    public string? Code { get; set; }

    public required string Name { get; set; }

    /// <summary>A word of <see cref="Model.OrganisationKinds"/>.</summary>
    public required string Kind { get; set; }

    /// <summary>Identity number of a natural person as it may be shown.</summary>
    public string? IdMasked { get; init; }

    /// <summary>The number's print, to find the person by it; the number itself is kept nowhere.</summary>
    public string? IdPrint { get; init; }

    /// <summary>Whether it runs the installation: only such a one adds organisations.</summary>
    public int Operator { get; init; }

    public int Active { get; set; }

    public required long AddedAt { get; init; }

    public required string AddedBy { get; init; }
}

/// <summary>A person who signs in.</summary>
internal sealed class User : IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>The organisation that looks after the account.</summary>
    public required Guid HomeId { get; init; }

    public int Version { get; set; }

    /// <summary>As written.</summary>
    public required string Login { get; init; }

    /// <summary>Lower case: unique.</summary>
    public required string LoginKey { get; init; }

    public required string Name { get; set; }

    /// <summary>Hash by ASP.NET Core Identity; null until a first password is issued.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Wrong passwords or codes in a row.</summary>
    public int Failed { get; set; }

    public long? LockedUntil { get; set; }

    /// <summary>Only the password may be changed until it is.</summary>
    public int MustChange { get; set; }

    /// <summary>The second factor's secret, protected by the installation's keys; null without.</summary>
    public string? TotpSecret { get; set; }

    public int TotpOn { get; set; }

    /// <summary>The last time step whose code was used: none is used twice.</summary>
    public long TotpStep { get; set; }

    public int Disabled { get; set; }

    public required long AddedAt { get; init; }

    public required string AddedBy { get; init; }
}

/// <summary>A role of a person in an organisation, for a time.</summary>
internal sealed class Member
{
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required Guid OrgId { get; init; }

    /// <summary>Of a preset, or of a role of the organisation.</summary>
    public required string Role { get; init; }

    public required DateOnly FromOn { get; init; }

    /// <summary>The last day; null without end.</summary>
    public DateOnly? UntilOn { get; set; }

    public required long AddedAt { get; init; }

    public required string AddedBy { get; init; }
}

/// <summary>A role an organisation made for itself.</summary>
internal sealed class OwnRole : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    public required string Code { get; init; }

    public required string Zh { get; set; }

    public required string En { get; set; }

    /// <summary>JSON of <see cref="Model.Grant"/>.</summary>
    public required string Grants { get; set; }

    public int Active { get; set; }

    public required long SavedAt { get; set; }

    public required string SavedBy { get; set; }
}

/// <summary>A person signed in on a device.</summary>
internal sealed class OpenSession
{
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of what the browser holds.</summary>
    public required string TokenHash { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>The organisation acted for.</summary>
    public required Guid OrgId { get; set; }

    public required long CreatedAt { get; init; }

    public required long SeenAt { get; set; }

    public required long ExpiresAt { get; init; }

    public long? EndedAt { get; set; }

    public required string Device { get; init; }
}

/// <summary>A key for programs.</summary>
internal sealed class ApiToken : IOwned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public required Guid UserId { get; init; }

    public required string Name { get; init; }

    public required string TokenHash { get; init; }

    /// <summary>The first characters, to tell tokens apart.</summary>
    public required string Shown { get; init; }

    /// <summary>JSON list of acts as in grants.</summary>
    public required string Scopes { get; init; }

    public required long CreatedAt { get; init; }

    public required long ExpiresAt { get; init; }

    public long? UsedAt { get; set; }

    public long? RevokedAt { get; set; }
}

/// <summary>利益冲突登记: one organisation in several roles of one subject.</summary>
internal sealed class Conflict : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    public required string SubjectKind { get; init; }

    public required string SubjectId { get; init; }

    /// <summary>The organisation in several roles.</summary>
    public required string Party { get; init; }

    /// <summary>JSON list of the roles, as the deal calls them.</summary>
    public required string Roles { get; init; }

    public required string Note { get; init; }

    /// <summary>open, approved or refused.</summary>
    public required string State { get; set; }

    public required Guid RaisedById { get; init; }

    public required string RaisedBy { get; init; }

    public required long RaisedAt { get; init; }

    public Guid? DecidedById { get; set; }

    public string? DecidedBy { get; set; }

    public long? DecidedAt { get; set; }

    public string? DecisionNote { get; set; }
}
