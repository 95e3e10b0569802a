using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage;

namespace Zhirong.Platform.Access.Approvals.Interception;

/// <summary>Asks the room that knows an act what it would change; else shows the request's own fields.</summary>
internal sealed class ChangeShowing(Store store, IEnumerable<IChangeShown> rooms)
{
    public Result<ShownChange> Show(Viewer viewer, ActRequest request, Words title)
    {
        using var read = store.Read(viewer);
        return rooms.FirstOrDefault(room => room.Shows(request.Act)) is { } room ? room.Show(read, request) : ShownFields.Of(request, title);
    }
}
