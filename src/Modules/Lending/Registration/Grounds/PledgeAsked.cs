using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Lending.Registration.Grounds;

/// <summary>A party by name and, where known, unified social credit code.</summary>
internal sealed record PartyNamed(string Name, string? Code = null)
{
    /// <summary>The same party: by code where both are known, else by name without blanks and with ordinary brackets.</summary>
    public bool Is(string name, string? code) => Code is { Length: > 0 } own && code is { Length: > 0 } other
        ? string.Equals(own, other, StringComparison.OrdinalIgnoreCase)
        : Plain(Name) == Plain(name);

    private static string Plain(string name) => string.Concat(FullWidth.Narrow(name).Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
}

/// <summary>What the pledge contract says of what it must contain (质押合同应当包括的内容).</summary>
/// <param name="Missing">What is not there, by name.</param>
/// <param name="Forfeiture">流质: the right falls to the pledgee on default.</param>
internal sealed record ContractSaid(string No, IReadOnlyList<Words> Missing, bool Forfeiture);

/// <summary>How a person's statement bears on a ground.</summary>
internal enum DeclaredKind
{
    /// <summary>The party, told of it, declares that it goes on.</summary>
    Declaration,

    /// <summary>A co-owner agrees to the pledge.</summary>
    Consent,

    /// <summary>Somebody looked and found the ground absent.</summary>
    Confirmation,
}

/// <param name="Ground">The ground's code.</param>
/// <param name="Right">The right it is about; null for every right of the registration.</param>
/// <param name="Who">Who declares, agrees or confirms.</param>
/// <param name="Document">The paper it stands on.</param>
internal sealed record Declared(DeclaredKind Kind, string Ground, Guid? Right, string Who, string Document, DateOnly On)
{
    public bool Bears(DeclaredKind kind, string ground, Guid right) => Kind == kind && Ground == ground && (Right is null || Right == right);
}

/// <summary>A pledge kept here that stands or is being filed.</summary>
/// <param name="RegistrationNo">Empty while the registry has given none.</param>
/// <param name="Own">Of the viewer's organisation; of another's nothing but its being there is told.</param>
internal sealed record LivePledge(Guid Registration, string RegistrationNo, DateOnly On, bool Own);

/// <summary>What is to be pledged, for how long, by whom.</summary>
internal sealed record PledgeAsked
{
    /// <summary>The day of filing: the grounds in force on it count, and the register as it stands on it.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The last day of the period of performance.</summary>
    public required DateOnly DebtEnd { get; init; }

    public required IReadOnlyList<PartyNamed> Pledgors { get; init; }

    /// <summary>Null before there is a contract.</summary>
    public ContractSaid? Contract { get; init; }

    /// <summary>The rights pledged together.</summary>
    public IReadOnlySet<Guid> Together { get; init; } = new HashSet<Guid>();

    public IReadOnlyList<Declared> Declared { get; init; } = [];

    /// <summary>Pledges kept here by the key of their right.</summary>
    public IReadOnlyDictionary<string, LivePledge> Live { get; init; } = new Dictionary<string, LivePledge>();

    /// <summary>The registration that asks: its own pledge is no double one.</summary>
    public Guid? Registration { get; init; }

    /// <summary>Hashes of the data handed over, by right.</summary>
    public IReadOnlyDictionary<Guid, string> DataHashes { get; init; } = new Dictionary<Guid, string>();
}
