using System.Text.Json.Nodes;

namespace Zhirong.Platform.Storage;

/// <summary>Writes the evidence of what the platform itself did, in the transaction that did it; the evidence room is it.</summary>
public interface IWitness
{
    /// <param name="work">The transaction.</param>
    /// <param name="name">Past tense: <c>UserAdded</c>.</param>
    /// <param name="subjectKind">Kind of record.</param>
    /// <param name="subjectId">Its id.</param>
    /// <param name="content">The facts, confidential.</param>
    void Record(ZhirongContext work, string name, string subjectKind, string subjectId, JsonObject content);
}
