using System.Globalization;
using Zhirong.Modules.Assets.Model;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.Storage;

/// <summary>
/// A stretch of an order of the register: rights that have what it goes by, or those that have it not. A place in a list is a row of one
/// stretch, and everything behind it in that stretch and the ones that follow.
/// </summary>
/// <param name="Only">Which rights the stretch holds; null for all.</param>
/// <param name="Key">What it goes by; null where it goes by the rights' own numbers.</param>
/// <param name="KeyDown">From the largest key down.</param>
/// <param name="NoDown">Among equal keys the right taken in last comes first.</param>
internal sealed record RightOrder(string? Only, string? Key, bool KeyDown, bool NoDown)
{
    private const string Bytewise = " COLLATE \"C\"";

    public static IReadOnlyList<string> Sorts { get; } = ["newest", "number", "filed", "expires", "title", "holder", "state"];

    /// <summary>The stretches of a list's order.</summary>
    public static IReadOnlyList<RightOrder> Of(RightQuery query, RegisterLaw law, DatabaseKind kind) => query.Sort switch
    {
        "state" => [new(null, State(query, law), false, true)],
        "filed" => [new("r.filed IS NOT NULL", "r.filed", true, true), new("r.filed IS NULL", null, false, true)],
        "expires" => [new(null, "r.expires", false, false)],
        "number" => [new(null, "r.number", false, false)],
        "title" or "holder" => [new(null, $"r.{query.Sort}{(kind == DatabaseKind.Sqlite ? "" : Bytewise)}", false, false)],
        _ => [new(null, null, false, true)],
    };

    /// <summary>Whether a place can be one of a list in this order.</summary>
    public static bool Fits(PlaceInList place, string sort) => long.TryParse(place.Row, NumberStyles.None, CultureInfo.InvariantCulture, out _) && sort switch
    {
        "newest" => place.Key is null,
        "filed" => true,
        "state" => long.TryParse(place.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        _ => place.Key is not null,
    };

    /// <summary>Whether the row of a place stands in this stretch.</summary>
    public bool Holds(PlaceInList place) => place.Key is null == Key is null;

    /// <param name="no">The column of the rights' numbers.</param>
    public string By(string no, bool back) => Key is null ? $"{no}{Down(NoDown, back)}" : $"{Key}{Down(KeyDown, back)}, {no}{Down(NoDown, back)}";

    /// <summary>Only what comes behind a place, or before it.</summary>
    /// <param name="number">The key is a number.</param>
    public void From(PlaceInList place, string no, bool number, Conditions conditions)
    {
        var row = long.Parse(place.Row, CultureInfo.InvariantCulture);
        object? key = number && place.Key is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : place.Key;
        var (keys, nos) = (KeyDown != place.Back ? "<" : ">", NoDown != place.Back ? "<" : ">");
        if (Key is null)
        {
            conditions.And($"{no} {nos} {conditions.Value(row)}");
        }
        else if (KeyDown == NoDown)
        {
            var (first, second) = (conditions.Value(key), conditions.Value(row));
            conditions.And($"({Key}, {no}) {keys} ({first}, {second})");
        }
        else
        {
            var (first, second, third) = (conditions.Value(key), conditions.Value(key), conditions.Value(row));
            conditions.And($"({Key} {keys} {first} OR ({Key} = {second} AND {no} {nos} {third}))");
        }
    }

    private static string Down(bool down, bool back) => down != back ? " DESC" : "";

    /// <summary>Where the state of the day stands among those a right goes through: what reads unknown first, what is over last.</summary>
    private static string State(RightQuery query, RegisterLaw law)
    {
        var (day, oldest) = (RowValues.Of(query.Day), RowValues.Of(query.Day.AddDays(-law.Policy.MaxAgeDays)));
        var places = string.Concat(Enum.GetValues<RightState>().Select(s => $" WHEN '{s.Word()}' THEN {(int)s}"));
        return $"coalesce((SELECT min(CASE WHEN s.state <> 'expired' AND (r.newest IS NULL OR r.newest < '{oldest}') THEN 0 ELSE CASE s.state{places} ELSE 0 END END) FROM ast_standing s WHERE s.right_no = r.no AND s.from_day <= '{day}' AND s.until_day > '{day}'), 0)";
    }
}
