namespace Zhirong.Platform.Access.Approvals.Model;

/// <summary>A person of an organisation with the roles he has there on the day.</summary>
/// <param name="User">His user id.</param>
/// <param name="Name">As it is written under what he does.</param>
/// <param name="Roles">His own role codes; what others delegated to him is not among them.</param>
public sealed record Officer(Guid User, string Name, IReadOnlySet<string> Roles)
{
    public bool HasAny(IEnumerable<string> roles) => roles.Any(Roles.Contains);
}

/// <summary>授权委托: one person decides in another's place, for some acts, from one day to another.</summary>
/// <param name="From">Who gives it; he must have the role himself, so that nothing is delegated on.</param>
/// <param name="To">Who may decide in his place.</param>
/// <param name="Acts">Acts, or rooms as <c>ledger.*</c>, or <c>*</c>.</param>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, that day included.</param>
public sealed record Delegation(Guid Id, Guid From, Guid To, IReadOnlyList<string> Acts, DateOnly First, DateOnly Last)
{
    public bool Covers(string act, DateOnly day) => day >= First && day <= Last && Acts.Any(pattern => ActPatterns.Covers(pattern, act));
}

/// <summary>Acts written as one, as all of a room (<c>ledger.*</c>) or as all (<c>*</c>).</summary>
internal static class ActPatterns
{
    public static bool Covers(string pattern, string act) =>
        pattern == "*" || pattern == act || (pattern.EndsWith(".*", StringComparison.Ordinal) && act.StartsWith(pattern[..^1], StringComparison.Ordinal));
}

/// <summary>Who decides: a person for himself, or under a delegation in another's place.</summary>
/// <param name="Person">Who acts.</param>
/// <param name="Under">The delegation he invokes; null for himself.</param>
/// <param name="For">The person who gave it; null for himself.</param>
public sealed record Decider(Officer Person, Delegation? Under = null, Officer? For = null)
{
    /// <summary>Whose roles count.</summary>
    public Officer Principal => For ?? Person;

    /// <summary>Both names where there are two.</summary>
    public IEnumerable<Guid> Persons => For is null ? [Person.User] : [Person.User, For.User];
}

/// <summary>Everybody of the organisation, and the delegations that hold on the day.</summary>
public sealed record Staff(IReadOnlyList<Officer> Officers, IReadOnlyList<Delegation> Delegations)
{
    /// <summary>Whether a person may not decide what another began: himself, or whoever may act in his place.</summary>
    public bool Dependent(Guid person, Guid initiator, string act, DateOnly day) =>
        person == initiator || Delegations.Any(d => d.From == initiator && d.To == person && d.Covers(act, day));

    /// <summary>The ways in which a person can decide: for himself, and for each who delegated to him.</summary>
    public IEnumerable<Decider> Ways(Guid person, string act, DateOnly day)
    {
        if (Officers.FirstOrDefault(o => o.User == person) is not { } own)
        {
            yield break;
        }

        yield return new(own);
        foreach (var delegation in Delegations.Where(d => d.To == person && d.Covers(act, day)))
        {
            if (Officers.FirstOrDefault(o => o.User == delegation.From) is { } principal)
            {
                yield return new(own, delegation, principal);
            }
        }
    }
}
