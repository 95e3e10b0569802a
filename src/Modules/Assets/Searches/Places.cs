using Zhirong.Engine.Basics;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.Searches;

/// <summary>Places in the register's lists, as addresses carry them.</summary>
internal static class Places
{
    /// <summary>The place a text says, null where there is none; refused where it is broken (AST-0611) or of another list (AST-0612).</summary>
    public static Result<PlaceInList?> Read(string? text, string asked, Func<PlaceInList, bool> fits)
    {
        if (string.IsNullOrEmpty(text))
        {
            return Result<PlaceInList?>.Of(null);
        }

        var place = PlaceInList.Read(text, asked, out var foreign);
        return place is null ? SearchRefusals.Place(text) : foreign ? SearchRefusals.OtherPlace(text) : fits(place) ? place : SearchRefusals.Place(text);
    }
}
