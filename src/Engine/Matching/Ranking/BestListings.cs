namespace Zhirong.Engine.Matching.Ranking;

/// <summary>The best of many, best first; of equals the one offered first stands first.</summary>
internal sealed class BestListings(int most)
{
    private readonly List<(int Listing, long Millionths)> best = [];

    public List<(int Listing, long Millionths)> Listed => best;

    public void Offer(int listing, long millionths)
    {
        if (best.Count == most && millionths <= best[^1].Millionths)
        {
            return;
        }

        var at = best.Count;
        while (at > 0 && best[at - 1].Millionths < millionths)
        {
            at--;
        }

        best.Insert(at, (listing, millionths));
        if (best.Count > most)
        {
            best.RemoveAt(most);
        }
    }
}
