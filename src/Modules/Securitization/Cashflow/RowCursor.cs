using Zhirong.Engine.Basics;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Securitization.Cashflow;

/// <summary>Fills one row of a working sheet from left to right; the first row also writes the headings.</summary>
internal sealed class RowCursor(LiveSheet sheet, int row, int headingRow, bool first)
{
    public int Column { get; private set; } = 1;

    public LiveCell Money(Words heading, Formula formula) => Add(heading, formula, CellStyle.Money);

    public LiveCell Whole(Words heading, Formula formula) => Add(heading, formula, CellStyle.Whole);

    public LiveCell Add(Words heading, Formula formula, CellStyle style)
    {
        Head(heading);
        return sheet.Live(row, Column++, formula, style);
    }

    public LiveCell Value(Words heading, CellValue value, CellStyle style)
    {
        Head(heading);
        return sheet.Put(row, Column++, value, style);
    }

    private void Head(Words heading)
    {
        if (first)
        {
            sheet.Say(headingRow, Column, heading, CellStyle.Header);
        }
    }
}

/// <summary>Headings made of two terms.</summary>
internal static class Headings
{
    public static Words And(this Words first, Words second) => new($"{first.Zh} · {second.Zh}", $"{first.En} · {second.En}");
}
