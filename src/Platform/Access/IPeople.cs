using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Model;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Platform.Access;

/// <summary>A person who signs in, as other rooms see him.</summary>
public sealed record PersonFacts(Guid Id, string Login, string Name, bool Disabled);

/// <summary>An organisation, as other rooms see it.</summary>
/// <param name="Code">Unified social credit code; null where it has none.</param>
/// <param name="Kind">A word of <see cref="OrganisationKinds"/>.</param>
public sealed record OrganisationFacts(Guid Id, string? Code, string Name, string Kind, bool Active);

/// <summary>The door to people, their organisations and roles. Reads through the session it is given: a reader's, or a work's inside its transaction.</summary>
public interface IPeople
{
    PersonFacts? Person(Session session, Guid user);

    /// <summary>By login, whatever the case of its letters.</summary>
    PersonFacts? PersonOf(Session session, string login);

    OrganisationFacts? Organisation(Session session, Guid organisation);

    /// <summary>Who holds one of the roles on a day and may sign in, by name; nobody twice.</summary>
    IReadOnlyList<PersonFacts> Holders(Session session, Guid organisation, IReadOnlyCollection<string> roles, DateOnly on);

    /// <summary>Role codes a person holds in an organisation on a day.</summary>
    IReadOnlyList<string> RolesOf(Session session, Guid user, Guid organisation, DateOnly on);

    /// <summary>All that a person's roles let him do in an organisation on a day.</summary>
    Grants GrantsOf(Session session, Guid user, Guid organisation, DateOnly on);

    /// <summary>What a role of an organisation is called; null where there is no such role.</summary>
    Words? RoleTitle(Session session, Guid organisation, string role);
}
