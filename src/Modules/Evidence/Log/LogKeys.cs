using System.Security.Cryptography;
using System.Text;
using Zhirong.Engine.Proof;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Evidence.Log;

/// <summary>The private keys of an installation's log: two files beside the data, readable by their owner only, never in the database.</summary>
/// <remarks>In production a cryptographic module signs instead, behind <see cref="ICheckpointSigner"/>.</remarks>
internal static class LogKeys
{
    /// <summary>Opens the keys in a folder.</summary>
    /// <param name="make">Makes those that are not there: for a new log only, never beside one that has keys already.</param>
    /// <exception cref="StorageException">A file is missing or holds no key (EVD-0101).</exception>
    public static IReadOnlyList<ICheckpointSigner> Open(string folder, bool make)
    {
        Directory.CreateDirectory(folder);
        return [.. SignatureAlgorithms.All.Select(algorithm => Open(Path.Combine(folder, $"{algorithm.Word()}.key"), algorithm, make))];
    }

    private static MemorySigner Open(string file, SignatureAlgorithm algorithm, bool make)
    {
        if (make && !File.Exists(file))
        {
            Write(file, NewKey(algorithm));
        }

        if (!File.Exists(file))
        {
            throw new StorageException(EvidenceRefusals.Key(file));
        }

        var text = File.ReadAllText(file).Trim();
        var key = text.Length == 64 && text.All(char.IsAsciiHexDigitLower) ? Convert.FromHexString(text) : [];
        return key.Length == 32 && MemorySigner.IsPrivateKey(algorithm, key) ? new(algorithm, key) : throw new StorageException(EvidenceRefusals.Key(file));
    }

    private static byte[] NewKey(SignatureAlgorithm algorithm)
    {
        while (true)
        {
            var key = RandomNumberGenerator.GetBytes(32);
            if (MemorySigner.IsPrivateKey(algorithm, key))
            {
                return key;
            }
        }
    }

    /// <summary>Written beside and given its name when it is whole: half a key would keep the log closed for ever.</summary>
    private static void Write(string file, byte[] key) => WholeFile.Write(file, Encoding.ASCII.GetBytes(Convert.ToHexStringLower(key) + "\n"), replace: false);
}
