// An SMS gateway that takes 20 ms for each request and accepts everything, as Africa's Talking answers.
const http = require('http');
http.createServer((request, response) => {
  let body = '';
  request.on('data', (data) => { body += data; });
  request.on('end', () => setTimeout(() => {
    const numbers = (new URLSearchParams(body).get('to') || '').split(',');
    response.statusCode = 201;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ SMSMessageData: { Message: 'Sent', Recipients: numbers.map((number) => ({ statusCode: 101, number, status: 'Success', cost: 'RWF 15.0000', messageId: `ATXid_${number.slice(1)}_${Date.now()}` })) } }));
  }, 20));
}).listen(Number(process.env.PORT || 7010), '127.0.0.1');
