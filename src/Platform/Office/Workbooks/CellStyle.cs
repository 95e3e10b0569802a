namespace Zhirong.Platform.Office.Workbooks;

/// <summary>How a cell looks and how its figure is shown; the closed list keeps every workbook of the product alike.</summary>
public enum CellStyle
{
    General,

    /// <summary>Text that a spreadsheet never reinterprets (format <c>@</c>).</summary>
    Text,

    /// <summary>Text broken into lines at the cell's width.</summary>
    Wrapped,
    Title,
    Subtitle,
    Header,

    /// <summary>The small second heading row that programs go by.</summary>
    Key,
    Note,

    /// <summary>A remark on one line that may run over its neighbours.</summary>
    Subtle,

    /// <summary>The name of a value beside it.</summary>
    Label,

    /// <summary>A word for programs, as quiet as can be.</summary>
    Mark,

    /// <summary>元, two decimals, negative in red.</summary>
    Money,

    /// <summary>万元: the cell holds the figure already divided by ten thousand.</summary>
    Wan,

    /// <summary>A fraction shown in percent with two decimals.</summary>
    Percent,

    /// <summary>A fraction shown in percent with four decimals.</summary>
    Percent4,
    Date,
    Whole,

    /// <summary>A decimal with as many places as it has, at most twelve.</summary>
    Decimal,
    Input,
    InputMoney,
    InputPercent,
    InputDate,
    InputWhole,
    InputDecimal,

    /// <summary>Entered text broken into lines.</summary>
    InputLong,

    /// <summary>A sum that must be zero.</summary>
    Check,
    Total,
    TotalText,

    /// <summary>Good news, in green.</summary>
    Good,

    /// <summary>What needs attention, red on light red.</summary>
    Bad,

    /// <summary>A date in the middle of its column, where text stands on its right.</summary>
    CentredDate,
}
