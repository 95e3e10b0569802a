using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Ledger;

/// <param name="Title">What people call the record.</param>
/// <param name="Href">Its page, such as <c>/deals/…</c>; null when there is none.</param>
public sealed record SubjectTitle(string Title, string? Href);

/// <summary>Names the records entries are made for; a room registers one for the kinds it owns.</summary>
public interface ISubjectTitles
{
    /// <summary>Null for kinds of other rooms and for what the viewer may not see.</summary>
    SubjectTitle? Of(ZhirongContext context, string kind, string id);
}
