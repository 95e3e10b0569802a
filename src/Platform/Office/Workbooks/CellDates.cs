namespace Zhirong.Platform.Office.Workbooks;

/// <summary>Days as the serial numbers of spreadsheets, in the 1900 and the 1904 system (ECMA-376 part 1, 18.17.4).</summary>
public static class CellDates
{
    private static readonly DateOnly Zero1900 = new(1899, 12, 30);
    private static readonly DateOnly Zero1904 = new(1904, 1, 1);

    /// <summary>The first day both counts agree on: the 1900 system knows a 29 February 1900 that never was.</summary>
    public static readonly DateOnly First = new(1900, 3, 1);

    /// <summary>The serial number of a day in the 1900 system.</summary>
    public static int Serial(DateOnly date) => date.DayNumber - Zero1900.DayNumber;

    /// <summary>The day of a whole serial number; null outside 1900-03-01 to 9999-12-31.</summary>
    public static DateOnly? Day(decimal serial, bool from1904)
    {
        if (serial != decimal.Truncate(serial) || serial < 0 || serial > 2_958_465)
        {
            return null;
        }

        var number = (from1904 ? Zero1904 : Zero1900).DayNumber + (int)serial;
        return number <= DateOnly.MaxValue.DayNumber && number >= First.DayNumber ? DateOnly.FromDayNumber(number) : null;
    }
}
