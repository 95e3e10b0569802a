namespace Zhirong.Platform.Access.Approvals.Interception;

/// <summary>A writing request as it is kept until it may be done.</summary>
/// <param name="Endpoint">The endpoint by its name.</param>
/// <param name="Query">With its question mark; empty without one.</param>
/// <param name="RouteValues">JSON object of texts.</param>
/// <param name="Language">Accept-Language.</param>
/// <param name="Body">Protected with the installation's keys where it holds a secret.</param>
/// <param name="BodyHash">SHA-256 of the body as sent, hex.</param>
/// <param name="Shown">JSON of the fields before and after.</param>
internal sealed record StoredRequest(string Endpoint, string Method, string Path, string Query, string RouteValues, string? ContentType, string Language, byte[] Body, bool Protected, string BodyHash, string Shown);
