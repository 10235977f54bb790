using System.Numerics;

namespace Mesoscope.Cli.Trace;

/// <summary>
/// Sorts rows by count, highest first, in the way of the GNU C++ library's <c>std::sort</c>: quick sort with the median of three as
/// pivot down to pieces of 16, heap sort where that goes too deep, and one insertion pass over all. It is not stable, and the order in
/// which it leaves equal counts is part of sysdig's output.
/// </summary>
static class IntroSort
{
    const int SmallPiece = 16;

    /// <summary>Sorts in place.</summary>
    public static void SortDescending(Span<SummaryRow> rows)
    {
        if (rows.Length > 1)
        {
            Split(rows, 2 * BitOperations.Log2((uint)rows.Length));
            InsertAll(rows);
        }
    }

    static bool Before(in SummaryRow left, in SummaryRow right) => left.Count > right.Count;

    static void Split(Span<SummaryRow> rows, int depth)
    {
        while (rows.Length > SmallPiece)
        {
            if (depth-- == 0)
            {
                HeapSort(rows);
                return;
            }

            MedianToFront(rows);
            var cut = Partition(rows);
            Split(rows[cut..], depth);
            rows = rows[..cut];
        }
    }

    /// <summary>Swaps the median of the second, the middle and the last row with the first.</summary>
    static void MedianToFront(Span<SummaryRow> rows)
    {
        int second = 1, middle = rows.Length / 2, last = rows.Length - 1;
        int median;
        if (Before(rows[second], rows[middle]))
        {
            median = Before(rows[middle], rows[last]) ? middle : Before(rows[second], rows[last]) ? last : second;
        }
        else
        {
            median = Before(rows[second], rows[last]) ? second : Before(rows[middle], rows[last]) ? last : middle;
        }

        (rows[0], rows[median]) = (rows[median], rows[0]);
    }

    /// <summary>Divides the rows behind the first around its count; the index where the second part begins.</summary>
    static int Partition(Span<SummaryRow> rows)
    {
        var pivot = rows[0];
        int low = 1, high = rows.Length;
        while (true)
        {
            while (Before(rows[low], pivot))
            {
                low++;
            }

            high--;
            while (Before(pivot, rows[high]))
            {
                high--;
            }

            if (low >= high)
            {
                return low;
            }

            (rows[low], rows[high]) = (rows[high], rows[low]);
            low++;
        }
    }

    static void InsertAll(Span<SummaryRow> rows)
    {
        for (var i = 1; i < rows.Length; i++)
        {
            var row = rows[i];
            var at = i;
            while (at > 0 && Before(row, rows[at - 1]))
            {
                rows[at] = rows[at - 1];
                at--;
            }

            rows[at] = row;
        }
    }

    static void HeapSort(Span<SummaryRow> rows)
    {
        for (var parent = (rows.Length - 2) / 2; parent >= 0; parent--)
        {
            SiftDown(rows, parent, rows[parent]);
        }

        for (var end = rows.Length - 1; end > 0; end--)
        {
            var row = rows[end];
            rows[end] = rows[0];
            SiftDown(rows[..end], 0, row);
        }
    }

    /// <summary>Moves the hole down to a leaf along the later children, then the row up from there.</summary>
    static void SiftDown(Span<SummaryRow> rows, int hole, SummaryRow row)
    {
        var top = hole;
        var child = hole;
        while (child < (rows.Length - 1) / 2)
        {
            child = 2 * (child + 1);
            if (Before(rows[child], rows[child - 1]))
            {
                child--;
            }

            rows[hole] = rows[child];
            hole = child;
        }

        if (rows.Length % 2 == 0 && child == (rows.Length - 2) / 2)
        {
            child = (2 * child) + 1;
            rows[hole] = rows[child];
            hole = child;
        }

        while (hole > top && Before(rows[(hole - 1) / 2], row))
        {
            rows[hole] = rows[(hole - 1) / 2];
            hole = (hole - 1) / 2;
        }

        rows[hole] = row;
    }
}
