using Zhirong.Engine.Basics;

namespace Zhirong.Platform.Office.Files;

/// <summary>What is wrong with a file as a file, before anybody asks what it says.</summary>
public enum FileFaultKind
{
    Empty,
    TooLarge,

    /// <summary>A picture, a PDF, an archive.</summary>
    OtherKind,

    /// <summary>Declared in one encoding, written in another.</summary>
    Encoding,

    /// <summary>Bytes that are no text in the encoding.</summary>
    NotText,
    TooLong,
    TooMany,

    /// <summary>XML that ends in the middle of an element.</summary>
    CutOff,

    /// <summary>XML nested beyond the limit.</summary>
    TooDeep,
}

/// <summary>Carries a fault out of the depth of a reader; each room gives it the number of its own refusal.</summary>
public sealed class FileFaultException(FileFaultKind kind) : Exception(kind.ToString())
{
    public FileFaultKind Kind { get; } = kind;

    /// <summary>Where in the file; empty for the whole.</summary>
    public string Where { get; private init; } = "";

    /// <summary>One-based; 0 for the whole file.</summary>
    public int Line { get; private init; }

    /// <summary>One-based; 0 where only the line is known.</summary>
    public int Column { get; private init; }

    /// <summary>What was found: first bytes in hex, the encoding it is really in.</summary>
    public string Found { get; private init; } = "";

    /// <summary>The encoding declared or tried.</summary>
    public string Declared { get; private init; } = "";

    public long Limit { get; private init; }

    /// <summary>What the limit counts.</summary>
    public Words Unit { get; private init; }

    public static FileFaultException Empty() => new(FileFaultKind.Empty);

    public static FileFaultException TooLarge(long limit, Words unit) => new(FileFaultKind.TooLarge) { Limit = limit, Unit = unit };

    public static FileFaultException OtherKind(string found) => new(FileFaultKind.OtherKind) { Found = found };

    public static FileFaultException Encoding(string declared, string actual) => new(FileFaultKind.Encoding) { Declared = declared, Found = actual };

    public static FileFaultException NotText(string encoding, string bytes) => new(FileFaultKind.NotText) { Declared = encoding, Found = bytes };

    public static FileFaultException TooLong(string where, int limit, int line) => new(FileFaultKind.TooLong) { Where = where, Limit = limit, Line = line };

    public static FileFaultException CutOff(int line, int column) => new(FileFaultKind.CutOff) { Found = "EOF", Line = line, Column = column };

    public static FileFaultException TooDeep(int limit, int line, int column) => new(FileFaultKind.TooDeep) { Limit = limit, Line = line, Column = column };

    public static FileFaultException TooMany(string where, int limit) => new(FileFaultKind.TooMany) { Where = where, Limit = limit };
}
