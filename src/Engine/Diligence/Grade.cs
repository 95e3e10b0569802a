namespace Zhirong.Engine.Diligence;

/// <summary>How gravely a finding weighs (风险等级).</summary>
public enum Grade
{
    /// <summary>一般.</summary>
    Minor,

    /// <summary>重大.</summary>
    Major,

    /// <summary>致命.</summary>
    Fatal,
}
