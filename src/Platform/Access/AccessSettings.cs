namespace Zhirong.Platform.Access;

/// <summary>What an installation is.</summary>
/// <param name="KeyFolder">Where its private keys lie; readable by their owner only.</param>
/// <param name="Demo">Whether demo users with a published password may sign in; never in a real installation.</param>
public sealed record AccessSettings(string KeyFolder, bool Demo);
