namespace Zhirong.Platform.Web;

/// <summary>One page of a list, in the order asked for.</summary>
/// <param name="Items">The page's items.</param>
/// <param name="Total">Items of all pages.</param>
/// <param name="Page">One-based number.</param>
/// <param name="PageSize">Items a page holds at most.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Items, int Total, int Page, int PageSize);

/// <summary>Which page is wanted, held within bounds.</summary>
public readonly record struct PageRequest(int Page, int PageSize)
{
    public const int Largest = 500;

    public static PageRequest Of(int? page, int? pageSize) => new(Math.Clamp(page ?? 1, 1, 1_000_000), Math.Clamp(pageSize ?? 50, 1, Largest));

    public int Skip => (Page - 1) * PageSize;
}
