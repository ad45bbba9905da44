var hornbookSearch = {"words":{"search":"Search","found":"Found: {}"},
"pages":[["01-rain.html","Rain"],["index-2.html","La neige"],["glossary.html","Glossary"]],
"places":[
[0,"","","Rain is the end of a journey that begins with evaporation."],
[0,"the-way-up","The way up","Read more, or what comes down. 1802: Clouds get names."],
[0,"quiz-01-rain-what-drives-evaporation","Check yourself","What drives evaporation? · The Moon · Heat from the Sun"],
[0,"quiz-01-rain-put-these-in-order","Check yourself","Put these in order. · Vapour rises · Water warms · A cloud forms · Drops fall"],
[0,"fn-1","Note 1","Or with a hot kettle."],
[1,"","","Il neige à Noël."],
[2,"g-evaporation","evaporation","drying up. The change of a liquid into a gas."]
]};
