(function () {
  "use strict";
  var words = { pass: "Pass", warn: "Warn", fail: "Fail", error: "Undecided", skipped: "Not judged" };
  var sides = ["before", "after"].map(function (id) { return document.getElementById(id); });
  if (!sides[0]) { return; }
  var selects = sides.map(function (side) { return side.querySelector("select"); });
  var rows = Array.prototype.slice.call(document.getElementById("compared").rows);

  function parts(row, name) { return row.dataset[name].split("|"); }

  function change(was, is) {
    var difference = is - was;
    var size = Math.abs(difference);
    if (difference === 0) { return "0.000"; }
    return size < 0.0005 ? "<0.001" : (difference > 0 ? "+" : "\u2212") + size.toFixed(3);
  }

  function judge(cell, sign) {
    var season = sign.charAt(sign.length - 1) === "*";
    var status = season ? sign.slice(0, -1) : sign;
    var known = Object.prototype.hasOwnProperty.call(words, status);
    cell.children[0].className = "status " + (known ? status : "skipped");
    cell.children[0].textContent = known ? words[status] : status;
    cell.children[1].hidden = !season;
    return known ? status : "skipped " + status;
  }

  function show() {
    var chosen = selects.map(function (select) { return select.selectedIndex; });
    sides.forEach(function (side, place) {
      Array.prototype.forEach.call(side.querySelectorAll("article"), function (card, index) {
        card.hidden = index !== chosen[place];
      });
    });
    rows.forEach(function (row) {
      var signs = parts(row, "signs");
      var texts = parts(row, "texts");
      var numbers = parts(row, "numbers");
      var kinds = parts(row, "kinds");
      var was = judge(row.cells[1], signs[chosen[0]]);
      var is = judge(row.cells[3], signs[chosen[1]]);
      row.className = was === is ? "" : "changed";
      row.cells[2].textContent = texts[chosen[0]];
      row.cells[4].textContent = texts[chosen[1]];
      row.cells[5].textContent = numbers[chosen[0]] === "" || numbers[chosen[1]] === "" ? "\u2013"
        : kinds[chosen[0]] === kinds[chosen[1]] ? change(Number(numbers[chosen[0]]), Number(numbers[chosen[1]])) : "other bins";
    });
  }

  selects.forEach(function (select) {
    select.hidden = false;
    select.addEventListener("change", show);
  });
  show();
})();
