using Zhirong.Crash.Writer;
using Zhirong.Modules.Evidence.Log;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Tests.Trouble;

/// <summary>A store with a book, seeded entries and a log, for tests that then do something to it.</summary>
internal sealed class SoundBook : IAsyncDisposable
{
    private readonly string keys;
    private readonly int seed;

    private SoundBook(string target, string keys, int seed)
    {
        (this.keys, this.seed) = (keys, seed);
        Store = Store.Open(target, CrashWriter.Rooms);
        Books = new(Store, TimeProvider.System);
        Sequencer = new(Store, TimeProvider.System);
    }

    public Store Store { get; }

    public LedgerBooks Books { get; }

    public Sequencer Sequencer { get; }

    public static async Task<SoundBook> Open(string target, string keys, int seed)
    {
        var book = new SoundBook(target, keys, seed);
        await SeededBook.Open(book.Store);
        await book.Sequencer.Open(book.keys);
        return book;
    }

    public ValueTask<PostOutcome> Post(int number) => Books.Post(Viewer.Local, SeededEntries.Book, SeededEntries.Draft(seed, number));

    public async Task<IReadOnlyList<PostOutcome>> Post(IEnumerable<int> numbers) => await Task.WhenAll(numbers.Select(n => Post(n).AsTask()));

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
