namespace Zhirong.Platform.Access.Approvals.Model;

/// <summary>Whether persons can be given different seats, each one that his roles fit.</summary>
internal static class Seats
{
    /// <summary>Largest number of persons that find seats of their own; the order in which they came makes no difference.</summary>
    public static int Filled(IReadOnlyList<IReadOnlyList<string>> seats, IReadOnlyList<Officer> persons)
    {
        var holder = new int[seats.Count];
        Array.Fill(holder, -1);
        return Enumerable.Range(0, persons.Count).Count(person => Seat(person, seats, persons, holder, new bool[seats.Count]));
    }

    /// <summary>Takes a free seat, or one whose holder can move on.</summary>
    private static bool Seat(int person, IReadOnlyList<IReadOnlyList<string>> seats, IReadOnlyList<Officer> persons, int[] holder, bool[] tried)
    {
        for (var seat = 0; seat < seats.Count; seat++)
        {
            if (tried[seat] || !persons[person].HasAny(seats[seat]))
            {
                continue;
            }

            tried[seat] = true;
            if (holder[seat] < 0 || Seat(holder[seat], seats, persons, holder, tried))
            {
                holder[seat] = person;
                return true;
            }
        }

        return false;
    }
}
