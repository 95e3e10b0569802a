using Zhirong.Engine.Basics;

namespace Zhirong.Platform.Web;

/// <summary>A part of the server that may have to say that it does not do its work: <c>/healthz</c> says it after it, with status 503.</summary>
public interface IHealth
{
    /// <summary>What is wrong; null while all is well.</summary>
    Refusal? Trouble { get; }
}
